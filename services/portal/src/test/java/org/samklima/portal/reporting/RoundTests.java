package org.samklima.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.problem.Problem;

class RoundTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate OPENING = LocalDate.of(2026, 1, 12);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 2, 28);
    private static final Instant BEFORE = Instant.parse("2026-01-02T09:00:00Z");
    private static final Instant DURING = Instant.parse("2026-02-01T09:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID EKBY = UUID.randomUUID();
    private static final UUID ALVIK = UUID.randomUUID();

    @Test
    void a_round_is_planned_then_open_then_closed_then_published() {
        var round = planned();
        assertThat(round.state()).isEqualTo(RoundState.PLANNED);
        round.open(ZONE, DURING);
        assertThat(round.state()).isEqualTo(RoundState.OPEN);
        round.close(AFTER);
        assertThat(round.state()).isEqualTo(RoundState.CLOSED);
        round.published();
        assertThat(round.state()).isEqualTo(RoundState.PUBLISHED);
    }

    @Test
    void a_round_never_opens_twice_nor_again() {
        var round = planned();
        round.open(ZONE, DURING);
        assertThat(refusal(() -> round.open(ZONE, DURING))).isEqualTo("reporting.round.state.open");
        round.close(DURING);
        assertThat(refusal(() -> round.open(ZONE, DURING))).isEqualTo("reporting.round.state.closed");
    }

    @Test
    void opened_by_hand_it_opened_on_that_day() {
        var round = planned();
        round.open(ZONE, Instant.parse("2026-01-05T23:30:00Z"));
        assertThat(round.opensOn()).isEqualTo("2026-01-06");
    }

    @Test
    void a_round_whose_deadline_is_past_does_not_open() {
        assertThat(refusal(() -> planned().open(ZONE, AFTER))).isEqualTo("reporting.round.deadline-past");
    }

    @Test
    void only_a_plan_can_be_changed_or_dropped() {
        var round = planned();
        round.change(plan(OPENING.plusDays(1), DEADLINE), ZONE, BEFORE);
        assertThat(round.opensOn()).isEqualTo(OPENING.plusDays(1));
        round.open(ZONE, DURING);
        assertThat(refusal(() -> round.change(plan(OPENING, DEADLINE), ZONE, BEFORE)))
                .isEqualTo("reporting.round.state.open");
        assertThat(refusal(round::drop)).isEqualTo("reporting.round.state.open");
    }

    @Test
    void an_extension_is_later_has_a_reason_and_a_future() {
        var round = opened();
        assertThat(refusal(() -> round.extend(DEADLINE, "Flood", "Stina", ZONE, DURING)))
                .isEqualTo("reporting.round.invalid.extension-not-later");
        assertThat(refusal(() -> round.extend(DEADLINE.plusDays(1), "Flood", "Stina", ZONE, AFTER.plusSeconds(86_400))))
                .isEqualTo("reporting.round.invalid.extension-not-later");
        assertThat(refusal(() -> round.extend(DEADLINE.plusDays(7), "  ", "Stina", ZONE, DURING)))
                .isEqualTo("reporting.round.invalid.reason");
        var extension = round.extend(DEADLINE.plusDays(7), " Flood ", "Stina", ZONE, DURING);
        assertThat(round.deadline()).isEqualTo(DEADLINE.plusDays(7));
        assertThat(extension.reason()).isEqualTo("Flood");
        assertThat(extension.memberId()).isNull();
    }

    @Test
    void an_extension_for_one_member_leaves_the_others_where_they_were() {
        var round = opened();
        var later = round.extendFor(EKBY, DEADLINE, DEADLINE.plusDays(7), "Illness", "Stina", ZONE, DURING);
        var deadlines = Deadlines.of(round, List.of(later), ZONE);
        assertThat(deadlines.of(EKBY).day()).isEqualTo(DEADLINE.plusDays(7));
        assertThat(deadlines.of(ALVIK).day()).isEqualTo(DEADLINE);
        assertThat(deadlines.last().day()).isEqualTo(DEADLINE.plusDays(7));
    }

    @Test
    void an_extension_for_all_beyond_that_of_one_member_takes_it_along() {
        var round = opened();
        var ofOne = round.extendFor(EKBY, DEADLINE, DEADLINE.plusDays(7), "Illness", "Stina", ZONE, DURING);
        var ofAll = round.extend(DEADLINE.plusDays(14), "Flood", "Stina", ZONE, DURING);
        assertThat(Deadlines.of(round, List.of(ofOne, ofAll), ZONE).of(EKBY).day())
                .isEqualTo(DEADLINE.plusDays(14));
    }

    @Test
    void closing_ends_the_extensions_granted_before_and_a_returned_report_can_get_another() {
        var round = opened();
        var before = round.extendFor(EKBY, DEADLINE, DEADLINE.plusDays(30), "Illness", "Stina", ZONE, DURING);
        round.close(AFTER);
        assertThat(Deadlines.of(round, List.of(before), ZONE).extended()).isEmpty();
        var after =
                round.extendFor(EKBY, DEADLINE, DEADLINE.plusDays(20), "Returned", "Stina", ZONE, AFTER.plusSeconds(1));
        assertThat(Deadlines.of(round, List.of(before, after), ZONE).extended()).containsOnlyKeys(EKBY);
    }

    @Test
    void what_cannot_be_planned_is_refused_with_its_reason() {
        assertThat(refusal(() -> plan(DEADLINE, OPENING))).isEqualTo("reporting.round.invalid.deadline-before-opening");
        assertThat(refusal(() -> plan(" ", 2026, List.of(), "a@example.org")))
                .isEqualTo("reporting.round.invalid.name");
        assertThat(refusal(() -> plan("Name", 1989, List.of(), "a@example.org")))
                .isEqualTo("reporting.round.invalid.year");
        assertThat(refusal(() -> plan("Name", 2026, List.of(0), "a@example.org")))
                .isEqualTo("reporting.round.invalid.reminders");
        assertThat(refusal(() -> plan("Name", 2026, List.of(), "nobody"))).isEqualTo("people.email-invalid");
        assertThat(refusal(() -> new Round(plan(OPENING, DEADLINE), ZONE, DURING)))
                .isEqualTo("reporting.round.invalid.opening-past");
    }

    @Test
    void reminders_are_told_once_each_the_earliest_first() {
        assertThat(plan("Name", 2026, Arrays.asList(3, null, 14, 3), "a@example.org")
                        .reminderDays())
                .containsExactly(14, 3);
    }

    @Test
    void by_itself_it_opens_on_its_day_reminds_at_eight_and_closes_when_the_last_deadline_is_past() {
        var round = planned();
        assertThat(timetable(round).next()).contains(Instant.parse("2026-01-11T23:00:00Z"));
        round.open(ZONE, Instant.parse("2026-01-11T23:00:00Z"));
        assertThat(timetable(round).next()).contains(Instant.parse("2026-02-14T07:00:00Z"));
        round.handled(Instant.parse("2026-02-14T07:00:00Z"));
        assertThat(timetable(round).next()).contains(Instant.parse("2026-02-25T07:00:00Z"));
        round.handled(Instant.parse("2026-02-25T07:00:00Z"));
        assertThat(timetable(round).next()).contains(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(timetable(round).closesAt(Instant.parse("2026-02-28T22:59:59Z")))
                .isFalse();
        assertThat(timetable(round).closesAt(Instant.parse("2026-02-28T23:00:00Z")))
                .isTrue();
        round.close(AFTER);
        assertThat(timetable(round).next()).isEmpty();
    }

    @Test
    void it_stays_open_for_a_member_with_an_extension_who_is_reminded_by_its_own_deadline() {
        var round = opened();
        var later = round.extendFor(EKBY, DEADLINE, DEADLINE.plusDays(5), "Illness", "Stina", ZONE, DURING);
        var timetable = new Timetable(round, Deadlines.of(round, List.of(later), ZONE), ZONE);
        assertThat(timetable.closesAt(AFTER)).isFalse();
        round.handled(Instant.parse("2026-02-25T07:00:00Z"));
        var due = Instant.parse("2026-03-02T07:00:00Z");
        assertThat(timetable.toRemind(Stream.of(EKBY, ALVIK), due)).containsExactly(EKBY);
    }

    @Test
    void a_reminder_that_was_missed_is_made_up_for_once_and_never_after_the_deadline() {
        var round = opened();
        var late = Instant.parse("2026-02-27T12:00:00Z");
        assertThat(timetable(round).toRemind(Stream.of(EKBY), late)).containsExactly(EKBY);
        round.handled(late);
        assertThat(timetable(round).toRemind(Stream.of(EKBY), late.plusSeconds(60)))
                .isEmpty();
        assertThat(timetable(opened()).toRemind(Stream.of(EKBY), AFTER)).isEmpty();
    }

    private static Timetable timetable(Round round) {
        return new Timetable(round, Deadlines.of(round, List.of(), ZONE), ZONE);
    }

    private static Round planned() {
        return new Round(plan(OPENING, DEADLINE), ZONE, BEFORE);
    }

    private static Round opened() {
        var round = planned();
        round.open(ZONE, DURING);
        return round;
    }

    private static RoundPlan plan(LocalDate opensOn, LocalDate deadline) {
        return new RoundPlan(
                EKBY, 1, "Climate report", 2026, opensOn, deadline, false, RoundPlan.USUAL_REMINDERS, "a@example.org");
    }

    private static RoundPlan plan(String name, int year, List<Integer> reminders, String contact) {
        return new RoundPlan(EKBY, 1, name, year, OPENING, DEADLINE, false, reminders, contact);
    }

    private static String refusal(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(Problem.class);
        return catchThrowableOfType(Problem.class, attempt).messageKey();
    }
}
