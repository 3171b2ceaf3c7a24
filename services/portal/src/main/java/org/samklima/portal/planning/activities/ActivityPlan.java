package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an activity shall be, as a form, a program or a list says it: everything about it but its log, its files and its
 * past. Texts come out without blanks around them; whether it makes sense is for {@link ActivityCheck} to say.
 *
 * @param reference by which the tenant calls it ("T3.2"), unique where there is one
 * @param fieldId a field of action
 * @param goals that it serves
 * @param responsibleId somebody who works in the tenant
 * @param responsible their name; or, without an id, anybody's
 * @param status null means {@link ActivityStatus#NOT_STARTED} for a new activity, and as it is for one there already
 * @param effectTonnes by how many tonnes of CO2e a year emissions are expected to fall
 * @param effectAssumption what that rests on
 * @param coBenefits codes of {@link CoBenefit}, as given
 * @param shownPublicly whether the public overview may show it; no, where it is not said
 */
public record ActivityPlan(
        String title,
        String reference,
        String description,
        @Nullable UUID fieldId,
        Set<UUID> goals,
        @Nullable UUID responsibleId,
        String responsible,
        String partners,
        @Nullable ActivityStatus status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal effectTonnes,
        String effectAssumption,
        Set<String> coBenefits,
        Boolean shownPublicly,
        List<BudgetLine> budget,
        List<Milestone> milestones) {

    static final int LONGEST_TITLE = 300;
    static final int LONGEST_REFERENCE = 40;
    static final int LONGEST_DESCRIPTION = 20_000;
    static final int LONGEST_RESPONSIBLE = 200;
    static final int LONGEST_PARTNERS = 1_000;
    static final int LONGEST_ASSUMPTION = 4_000;
    static final int MOST_ROWS = 100;

    public ActivityPlan {
        title = Cleaned.line(title);
        reference = Cleaned.line(reference);
        description = Cleaned.text(description);
        goals = given(goals);
        responsible = Cleaned.line(responsible);
        partners = Cleaned.line(partners);
        effectTonnes = Cleaned.number(effectTonnes);
        effectAssumption = Cleaned.text(effectAssumption);
        coBenefits = given(coBenefits);
        shownPublicly = Boolean.TRUE.equals(shownPublicly);
        budget = List.copyOf(given(budget));
        milestones = List.copyOf(given(milestones));
    }

    /** Programs send lists in which nothing stands somewhere. */
    private static <T> Set<T> given(@Nullable Set<T> all) {
        return new LinkedHashSet<>(given(all == null ? null : new ArrayList<>(all)));
    }

    private static <T> List<T> given(@Nullable List<T> all) {
        return all == null ? List.of() : all.stream().filter(Objects::nonNull).toList();
    }

    /** Nothing but a title, to be built upon. */
    public static ActivityPlan titled(String title) {
        return new ActivityPlan(
                title, "", "", null, Set.of(), null, "", "", null, null, null, null, "", Set.of(), false, List.of(),
                List.of());
    }

    /** The same with another status. */
    ActivityPlan withStatus(ActivityStatus status) {
        return with(responsible, status, milestones);
    }

    /** The same with other milestones. */
    ActivityPlan withMilestones(List<Milestone> milestones) {
        return with(responsible, status, milestones);
    }

    /** The same under the responsible person's name as it is now. */
    ActivityPlan withResponsible(String responsible) {
        return with(responsible, status, milestones);
    }

    private ActivityPlan with(String responsible, @Nullable ActivityStatus status, List<Milestone> milestones) {
        return new ActivityPlan(
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
                milestones);
    }
}
