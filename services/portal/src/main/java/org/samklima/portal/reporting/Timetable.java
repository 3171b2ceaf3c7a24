package org.samklima.portal.reporting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When something happens to a round by itself: it opens, its members are reminded, it closes. */
record Timetable(Round round, Deadlines deadlines, ZoneId zone) {

    /** Reminders wait in the inbox when people come to work. */
    private static final LocalTime REMINDERS_AT = LocalTime.of(8, 0);

    /** The next moment to look at the round, perhaps past already; empty if nothing will happen to it any more. */
    Optional<Instant> next() {
        var moments = new TreeSet<Instant>();
        switch (round.state()) {
            case PLANNED -> moments.add(opening());
            case OPEN -> {
                moments.add(closing());
                reminders().forEach(moments::add);
            }
            case CLOSED -> reminders().forEach(moments::add);
            case PUBLISHED -> {
                // Nothing happens to it any more.
            }
        }
        return moments.stream().findFirst();
    }

    /** A plan that nobody could keep is left to the secretariat. */
    boolean opensAt(Instant now) {
        return round.is(RoundState.PLANNED)
                && !opening().isAfter(now)
                && !deadlines.general().isPast(now);
    }

    boolean closesAt(Instant now) {
        return round.is(RoundState.OPEN) && !closing().isAfter(now);
    }

    /** Of these members, those with a reminder that fell due since the timetable was last carried out. */
    Set<UUID> toRemind(Stream<UUID> members, Instant now) {
        return members.filter(member -> isCounted(member) && isDue(deadlines.of(member), now))
                .collect(Collectors.toSet());
    }

    private boolean isDue(Deadline deadline, Instant now) {
        return !deadline.isPast(now) && reminders(deadline).anyMatch(isPending().and(moment -> !moment.isAfter(now)));
    }

    private boolean isCounted(UUID member) {
        return round.is(RoundState.OPEN)
                || round.is(RoundState.CLOSED) && deadlines.extended().containsKey(member);
    }

    private Instant opening() {
        return round.opensOn().atStartOfDay(zone).toInstant();
    }

    private Instant closing() {
        return deadlines.last().end();
    }

    private Stream<Instant> reminders() {
        var general = round.is(RoundState.OPEN) ? Stream.of(deadlines.general()) : Stream.<Deadline>empty();
        return Stream.concat(general, deadlines.extended().values().stream())
                .flatMap(this::reminders)
                .filter(isPending());
    }

    private Stream<Instant> reminders(Deadline deadline) {
        return round.reminderDays().stream()
                .map(days -> deadline.day()
                        .minusDays(days)
                        .atTime(REMINDERS_AT)
                        .atZone(zone)
                        .toInstant());
    }

    private Predicate<Instant> isPending() {
        return moment -> moment.isAfter(round.handledUntil());
    }
}
