package org.samklima.portal.planning.activityexchange;

import static org.samklima.portal.planning.activityexchange.ActivityColumn.ASSUMPTION;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.BUDGET;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.CO_BENEFITS;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.DESCRIPTION;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.EFFECT;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.ENDS_ON;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.FIELD;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.GOALS;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.MILESTONES;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.PARTNERS;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.REFERENCE;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.RESPONSIBLE;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.SHOWN;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.STARTS_ON;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.STATUS;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.TITLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.lists.RowCells;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.planning.lists.WrittenAmount;
import org.samklima.portal.planning.lists.WrittenDay;
import org.samklima.portal.problem.Problem;

/** Writes what a row says over an activity's plan, as {@link RowCells} do. */
final class RowReading {

    /** Separates several in one cell where no line does. */
    private static final String SEPARATOR = ";";

    private final ListRow row;
    private final Pending activity;
    private final Draft draft;
    private final Known known;
    private final RowCells cells;
    private final List<Problem> remarks = new ArrayList<>();

    RowReading(ListRow row, Pending activity, Known known) {
        this.row = row;
        this.cells = new RowCells(row);
        this.activity = activity;
        this.draft = activity.draft();
        this.known = known;
    }

    /** What cannot be understood. */
    List<Problem> problems() {
        return cells.problems();
    }

    /** What whoever imports should know, though it hinders nothing. */
    List<Problem> remarks() {
        return remarks;
    }

    void read() {
        text(REFERENCE, draft.reference, value -> draft.reference = value);
        text(TITLE, draft.title, value -> draft.title = value);
        text(DESCRIPTION, draft.description, this::describe);
        text(PARTNERS, draft.partners, value -> draft.partners = value);
        text(ASSUMPTION, draft.effectAssumption, value -> draft.effectAssumption = value);
        cell(FIELD, value -> activity.field(known.fields().find(value)), () -> draft.fieldId = null);
        cell(STATUS, this::status, () -> {});
        cell(STARTS_ON, value -> draft.startsOn = WrittenDay.first(value), () -> draft.startsOn = null);
        cell(ENDS_ON, value -> draft.endsOn = WrittenDay.last(value), () -> draft.endsOn = null);
        cell(RESPONSIBLE, this::responsible, () -> {
            draft.responsibleId = null;
            draft.responsible = "";
        });
        cell(GOALS, value -> draft.goals = goals(value), () -> draft.goals = Set.of());
        cell(EFFECT, value -> draft.effectTonnes = WrittenAmount.read(value), () -> draft.effectTonnes = null);
        cell(CO_BENEFITS, value -> draft.coBenefits = benefits(value), () -> draft.coBenefits = Set.of());
        cell(SHOWN, this::shown, () -> {});
        cell(BUDGET, value -> draft.budget(BudgetCell.read(value, known.words())), () -> draft.budget(List.of()));
        cell(MILESTONES, value -> draft.milestones(MilestoneCell.read(value)), () -> draft.milestones(List.of()));
    }

    /** What only repeats the title describes nothing. */
    private void describe(String value) {
        if (!value.equals(row.value(TITLE.role()))) {
            draft.description = value;
        }
    }

    private void text(ActivityColumn column, String now, Consumer<String> write) {
        cells.text(column.role(), now, write);
    }

    private void cell(ActivityColumn column, Consumer<String> write, Runnable empty) {
        cells.cell(column.role(), write, empty);
    }

    private void status(String value) {
        draft.status = known.options()
                .status(value, known.words())
                .orElseThrow(() -> Problem.invalid("activityexchange.status-unknown", Shortened.of(value)));
    }

    private void shown(String value) {
        draft.shownPublicly = known.words()
                .shown(value)
                .orElseThrow(() -> Problem.invalid("activityexchange.shown-unknown", Shortened.of(value)));
    }

    /** Whoever is there by that name stays, also if they left or somebody else is called the same. */
    private void responsible(String value) {
        if (value.equals(draft.responsible)) {
            return;
        }
        var named = known.responsibles().find(value);
        draft.responsibleId = named.id();
        draft.responsible = named.name();
        if (named.id() == null) {
            remarks.add(Problem.invalid("activityexchange.kept-by-name", Shortened.of(value)));
        }
    }

    private Set<UUID> goals(String value) {
        var goals = new LinkedHashSet<UUID>();
        several(value, title -> known.goal(title).isPresent())
                .forEach(title -> goals.add(known.goal(title)
                        .orElseThrow(() -> Problem.invalid("activityexchange.goal-unknown", Shortened.of(title)))));
        return goals;
    }

    private Set<String> benefits(String value) {
        var benefits = new LinkedHashSet<String>();
        several(value, word -> known.words().benefit(word).isPresent())
                .forEach(word -> benefits.add(known.words()
                        .benefit(word)
                        .orElseThrow(() -> Problem.invalid("activityexchange.co-benefit-unknown", Shortened.of(word)))
                        .name()));
        return benefits;
    }

    /** Each on its line, or between semicolons or commas, unless these belong to the name. */
    private static Stream<String> several(String value, Predicate<String> isOne) {
        return value.lines()
                .flatMap(line -> isOne.test(line) ? Stream.of(line) : Arrays.stream(line.split(SEPARATOR)))
                .flatMap(part ->
                        isOne.test(part) || !part.contains(",") ? Stream.of(part) : Arrays.stream(part.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }
}
