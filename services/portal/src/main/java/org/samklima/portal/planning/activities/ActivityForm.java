package org.samklima.portal.planning.activities;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.forms.TypedInput;
import org.springframework.validation.BindingResult;

/**
 * An activity as it is typed: all of it text, so that it comes back whatever stands there.
 *
 * @param goals ids
 * @param responsibleId somebody who works here; else {@code responsible} says who
 * @param version of the activity that the page was made from
 */
record ActivityForm(
        @Nullable String title,
        @Nullable String reference,
        @Nullable String description,
        @Nullable String fieldId,
        @Nullable List<String> goals,
        @Nullable String responsibleId,
        @Nullable String responsible,
        @Nullable String partners,
        @Nullable String status,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String effectTonnes,
        @Nullable String effectAssumption,
        @Nullable List<String> coBenefits,
        @Nullable Boolean shownPublicly,
        @Nullable List<BudgetRow> budget,
        @Nullable List<MilestoneRow> milestones,
        @Nullable String version) {

    /** What it costs in a year, as typed. */
    record BudgetRow(
            @Nullable String year,
            @Nullable String kind,
            @Nullable String funder,
            @Nullable String planned,
            @Nullable String spent) {

        static final BudgetRow BLANK = new BudgetRow("", "", "", "", "");

        boolean isBlank() {
            return TypedInput.isBlank(year)
                    && TypedInput.isBlank(funder)
                    && TypedInput.isBlank(planned)
                    && TypedInput.isBlank(spent);
        }
    }

    /** A milestone, as typed. */
    record MilestoneRow(
            @Nullable String id,
            @Nullable String title,
            @Nullable String dueOn,
            @Nullable String reachedOn) {

        static final MilestoneRow BLANK = new MilestoneRow("", "", "", "");

        boolean isBlank() {
            return TypedInput.isBlank(title) && TypedInput.isBlank(dueOn) && TypedInput.isBlank(reachedOn);
        }
    }

    static ActivityForm blank(@Nullable String fieldId, @Nullable String goal, @Nullable UUID responsible) {
        return new ActivityForm(
                "",
                "",
                "",
                fieldId,
                goal == null ? List.of() : List.of(goal),
                TypedInput.written(responsible),
                "",
                "",
                ActivityStatus.NOT_STARTED.name(),
                "",
                "",
                "",
                "",
                List.of(),
                false,
                List.of(),
                List.of(),
                "");
    }

    static ActivityForm of(Activity activity, Locale language) {
        var plan = activity.plan();
        return new ActivityForm(
                plan.title(),
                plan.reference(),
                plan.description(),
                TypedInput.written(plan.fieldId()),
                plan.goals().stream().map(UUID::toString).toList(),
                TypedInput.written(plan.responsibleId()),
                plan.responsibleId() == null ? plan.responsible() : "",
                plan.partners(),
                activity.status().name(),
                TypedInput.written(plan.startsOn()),
                TypedInput.written(plan.endsOn()),
                TypedInput.written(plan.effectTonnes(), language),
                plan.effectAssumption(),
                List.copyOf(plan.coBenefits()),
                plan.shownPublicly(),
                plan.budget().stream()
                        .map(line -> new BudgetRow(
                                TypedInput.written(line.year()),
                                String.valueOf(line.kind()),
                                line.funder(),
                                TypedInput.written(line.planned(), language),
                                TypedInput.written(line.spent(), language)))
                        .toList(),
                plan.milestones().stream()
                        .map(milestone -> new MilestoneRow(
                                TypedInput.written(milestone.id()),
                                milestone.title(),
                                TypedInput.written(milestone.dueOn()),
                                TypedInput.written(milestone.reachedOn())))
                        .toList(),
                String.valueOf(activity.version()));
    }

    /** Without the rows in which nothing stands: so a row has the same number here and in the plan. */
    ActivityForm withoutBlankRows() {
        return withRows(
                rows(budget).stream().filter(row -> !row.isBlank()).toList(),
                rows(milestones).stream().filter(row -> !row.isBlank()).toList());
    }

    /** With room for more, at least for one each. */
    ActivityForm withRoom(int budgetRows, int milestoneRows) {
        return withRows(
                withRoom(rows(budget), BudgetRow.BLANK, budgetRows),
                withRoom(rows(milestones), MilestoneRow.BLANK, milestoneRows));
    }

    static <T> List<T> rows(@Nullable List<T> rows) {
        return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    private static <T> List<T> withRoom(List<T> rows, T blank, int more) {
        var all = new ArrayList<>(rows);
        for (int i = 0; i < more; i++) {
            all.add(blank);
        }
        return all;
    }

    private ActivityForm withRows(List<BudgetRow> budget, List<MilestoneRow> milestones) {
        return new ActivityForm(
                title,
                reference,
                description,
                fieldId,
                goals,
                responsibleId,
                responsible,
                partners,
                status,
                startsOn,
                endsOn,
                effectTonnes,
                effectAssumption,
                coBenefits,
                shownPublicly,
                budget,
                milestones,
                version);
    }

    /** The version that was looked at; -1 for none that there can be. */
    int seen() {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** What was typed, understood; with what was not among the errors, and then of no use. */
    ActivityPlan read(BindingResult errors, Locale language) {
        var typed = new TypedInput(errors, language);
        var person = typed.id("responsibleId", responsibleId, "activities.flaw.responsible-unknown");
        if (person != null && !TypedInput.isBlank(responsible)) {
            errors.rejectValue("responsible", "activities.flaw.responsible-both");
        }
        return new ActivityPlan(
                TypedInput.written(title),
                TypedInput.written(reference),
                TypedInput.written(description),
                typed.id("fieldId", fieldId, "activities.flaw.field-unknown"),
                goals(errors),
                person,
                TypedInput.written(responsible),
                TypedInput.written(partners),
                TypedInput.one(ActivityStatus.class, status),
                typed.day("startsOn", startsOn),
                typed.day("endsOn", endsOn),
                typed.amount("effectTonnes", effectTonnes),
                TypedInput.written(effectAssumption),
                new LinkedHashSet<>(rows(coBenefits)),
                Boolean.TRUE.equals(shownPublicly),
                budget(typed),
                milestones(typed));
    }

    private LinkedHashSet<UUID> goals(BindingResult errors) {
        var ids = new LinkedHashSet<UUID>();
        for (var goal : rows(goals)) {
            var id = TypedInput.id(goal);
            if (id == null) {
                errors.rejectValue("goals", "activities.flaw.goal-unknown");
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private List<BudgetLine> budget(TypedInput typed) {
        var lines = new ArrayList<BudgetLine>();
        for (var row : rows(budget)) {
            var at = "budget[" + lines.size() + "].";
            lines.add(new BudgetLine(
                    typed.year(at + "year", row.year()),
                    TypedInput.one(BudgetKind.class, row.kind()),
                    TypedInput.written(row.funder()),
                    typed.amount(at + "planned", row.planned()),
                    typed.amount(at + "spent", row.spent())));
        }
        return lines;
    }

    private List<Milestone> milestones(TypedInput typed) {
        var all = new ArrayList<Milestone>();
        for (var row : rows(milestones)) {
            var at = "milestones[" + all.size() + "].";
            all.add(new Milestone(
                    row.id() == null ? null : TypedInput.id(row.id()),
                    TypedInput.written(row.title()),
                    typed.day(at + "dueOn", row.dueOn()),
                    typed.day(at + "reachedOn", row.reachedOn())));
        }
        return all;
    }
}
