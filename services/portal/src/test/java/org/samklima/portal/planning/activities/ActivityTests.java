package org.samklima.portal.planning.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samklima.portal.planning.activities.PlanBuilder.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;

class ActivityTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
    private static final UUID ANNA = Ids.next();
    private static final UUID FIELD = Ids.next();

    private final Surroundings around =
            new Surroundings(TODAY, Map.of(FIELD, "Transport"), Map.of(), Map.of(ANNA, "Anna Alm"), new HashMap<>());

    @Test
    void everything_that_is_wrong_with_a_plan_is_said_at_once_and_where() {
        var wrong = plan(" ")
                .reference("T1".repeat(30))
                .field(Ids.next())
                .serving(Ids.next())
                .responsible(Ids.next(), "")
                .from(TODAY)
                .until(TODAY.minusDays(1))
                .effect("-5", "")
                .benefits("HEALTH", "MONEY")
                .budget(2026, BudgetKind.INVESTMENT, "", "-1", null)
                .budget(2026, BudgetKind.INVESTMENT, "", "7", null)
                .budget(1066, BudgetKind.OPERATION, "", null, null)
                .milestone("", TODAY)
                .build();

        assertThat(ActivityCheck.flaws(wrong, around, null))
                .extracting(flaw -> flaw.field() + " " + flaw.key().replace("activities.flaw.", ""))
                .containsExactly(
                        "title title-missing",
                        "reference too-long",
                        "fieldId field-unknown",
                        "goals goal-unknown",
                        "responsibleId responsible-unknown",
                        "endsOn ends-before-start",
                        "effectTonnes effect-negative",
                        "coBenefits co-benefit-unknown",
                        "budget[0].planned money-negative",
                        "budget[1].year budget-twice",
                        "budget[2].year budget-year",
                        "budget[2].planned budget-empty",
                        "milestones[0].title milestone-title");
    }

    @Test
    void a_number_that_is_short_to_write_and_endless_to_spell_out_is_refused() {
        var endless = plan("Cycle paths").effect("1e999999999", "").build();

        assertThat(ActivityCheck.flaws(endless, around, null))
                .extracting(Flaw::key)
                .containsExactly("activities.flaw.number-implausible");
    }

    @Test
    void a_reference_belongs_to_one_activity() {
        var first = Activity.begun(plan("Cycle paths").reference("T1").build(), around, NOW);
        around.joinedBy(first);

        assertThatThrownBy(() -> Activity.begun(plan("Bridges").reference("T1").build(), around, NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("activities.flaw.reference-taken");
        assertThat(first.changed(plan("Wider cycle paths").reference("T1").build(), around, NOW)
                        .title())
                .isEqualTo("Wider cycle paths");
    }

    @Test
    void the_responsible_persons_name_is_kept_when_they_leave() {
        var activity = Activity.begun(plan("Cycle paths").responsible(ANNA, "").build(), around, NOW);
        var withoutAnna = new Surroundings(TODAY, Map.of(), Map.of(), Map.of(), new HashMap<>());

        var changed = activity.changed(
                plan("Wider cycle paths")
                        .responsible(ANNA, activity.plan().responsible())
                        .build(),
                withoutAnna,
                NOW);

        assertThat(changed.plan().responsible()).isEqualTo("Anna Alm");
        assertThatThrownBy(() ->
                        Activity.begun(plan("Another").responsible(ANNA, "").build(), withoutAnna, NOW))
                .hasMessage("activities.flaw.responsible-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, 2026-05-11, 2026-12-31, 2026-05-11",
        "NOT_STARTED, 2026-05-12, 2026-12-31,",
        "ONGOING, 2026-01-01, 2026-05-12,",
        "ONGOING, 2026-01-01, 2026-05-11, 2026-05-11",
        "NOT_STARTED, 2026-01-01, 2026-05-11, 2026-05-11",
        "ONGOING, 2026-01-01, ,",
        "POSTPONED, 2026-01-01, 2026-05-11,",
        "COMPLETED, 2026-01-01, 2026-05-11,",
        "CANCELLED, 2026-01-01, 2026-05-11,",
    })
    void late_follows_from_the_dates_of_what_is_still_to_be_done(
            ActivityStatus status, LocalDate from, @Nullable LocalDate until, @Nullable LocalDate since) {
        var activity = Activity.begun(
                plan("Cycle paths").status(status).from(from).until(until).build(), around, NOW);

        assertThat(activity.lateSince(TODAY)).isEqualTo(since);
        assertThat(activity.isLate(TODAY)).isEqualTo(since != null);
    }

    @Test
    void what_is_over_has_to_be_taken_up_again_before_anything_else_becomes_of_it() {
        var done = Activity.begun(plan("Cycle paths").build(), around, NOW)
                .started(NOW)
                .completed(TODAY, NOW);

        assertThatThrownBy(() -> done.cancelled(NOW))
                .isInstanceOf(Problem.class)
                .hasMessage("activities.flaw.status-after.COMPLETED");
        assertThatThrownBy(() -> done.changed(
                        plan("Cycle paths").status(ActivityStatus.POSTPONED).build(), around, NOW))
                .hasMessage("activities.flaw.status-after.COMPLETED");
        assertThat(done.started(NOW).postponed(NOW).status()).isEqualTo(ActivityStatus.POSTPONED);
    }

    @Test
    void an_activity_cannot_be_completed_before_it_begins() {
        var tomorrow = plan("Cycle paths").from(TODAY.plusDays(1));

        assertThatThrownBy(() -> Activity.begun(tomorrow.build(), around, NOW).completed(TODAY, NOW))
                .hasMessage("activities.flaw.completed-before-start");
        assertThatThrownBy(() ->
                        Activity.begun(tomorrow.status(ActivityStatus.COMPLETED).build(), around, NOW))
                .hasMessage("activities.flaw.completed-before-start");
    }

    @Test
    void a_plan_that_says_no_status_leaves_it_as_it_is() {
        var ongoing = Activity.begun(plan("Cycle paths").build(), around, NOW).started(NOW);

        assertThat(ongoing.changed(plan("Wider").build(), around, NOW).status()).isEqualTo(ActivityStatus.ONGOING);
    }

    @Test
    void milestones_keep_their_identity_when_a_list_without_ids_changes_them() {
        var activity = Activity.begun(
                plan("Cycle paths")
                        .milestone("Plan", TODAY)
                        .milestone("Built", TODAY)
                        .build(),
                around,
                NOW);
        var plan = activity.plan().milestones().getFirst();

        var changed = activity.changed(
                plan("Cycle paths").milestone("Plan", TODAY.plusDays(9)).build(), around, NOW);

        assertThat(changed.plan().milestones())
                .containsExactly(new Milestone(plan.id(), "Plan", TODAY.plusDays(9), null));
    }

    @Test
    void a_milestone_is_reached_once_and_not_in_the_future() {
        var activity =
                Activity.begun(plan("Cycle paths").milestone("Plan", TODAY).build(), around, NOW);
        var id = activity.plan().milestones().getFirst().id();

        assertThatThrownBy(() -> activity.reached(id, TODAY.plusDays(1), TODAY, NOW))
                .hasMessage("activities.flaw.reached-in-future");
        var reached = activity.reached(id, TODAY, TODAY, NOW);
        assertThatThrownBy(() -> reached.reached(id, TODAY, TODAY, NOW))
                .hasMessage("activities.milestone.reached-already");
        assertThat(reached.notReached(id, NOW).plan()).isEqualTo(activity.plan());
    }

    @Test
    void the_history_reads_equal_for_amounts_that_are_equal() {
        var one = plan("Cycle paths")
                .budget(2026, BudgetKind.INVESTMENT, "", "100.00", null)
                .build();
        var other = plan("Cycle paths")
                .budget(2026, BudgetKind.INVESTMENT, "", "1E2", null)
                .build();

        assertThat(one).isEqualTo(other);
        assertThat(one.budget()).extracting(BudgetLine::planned).isEqualTo(List.of(new BigDecimal("100")));
        assertThat(ActivityFacts.of(Activity.begun(one, around, NOW), around).facts())
                .containsEntry("budgetInvestment", List.of("2026: 100 / –"));
    }
}
