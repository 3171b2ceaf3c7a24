package org.samklima.portal.planning.communication.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.samklima.portal.planning.communication.schedule.Times;
import org.springframework.validation.BindingResult;

/**
 * How the when of a row is to be understood, as typed.
 *
 * @param how {@code READ} as it is read from the text, {@code HAND} as the other fields say
 * @param days one a line, in such words as are understood in the plan itself
 * @param points of the year wheel; none means all of them
 */
record DaysForm(
        @Nullable String how,
        @Nullable String days,
        @Nullable String times,
        @Nullable Boolean wheel,
        @Nullable List<UUID> points,
        @Nullable String from,
        @Nullable String until,
        @Nullable Integer lockVersion) {

    static DaysForm of(Entry entry, ScheduleWords words, Locale language) {
        var schedule = entry.schedule();
        var times = schedule.times();
        return new DaysForm(
                schedule.byHand() || schedule.asksForDays() ? "HAND" : "READ",
                schedule.moments().stream()
                        .map(moment -> words.moment(moment, language))
                        .collect(Collectors.joining("\n")),
                times == null ? "" : String.valueOf(times.least()),
                schedule.yearWheel(),
                List.copyOf(schedule.points()),
                schedule.from() == null ? "" : String.valueOf(schedule.from()),
                schedule.until() == null ? "" : String.valueOf(schedule.until()),
                entry.lockVersion());
    }

    int version() {
        return lockVersion == null ? 0 : lockVersion;
    }

    DaysForm over(int version) {
        return new DaysForm(how, days, times, wheel, points, from, until, version);
    }

    /** What was typed, understood; with what was not among the errors. Null if anything was not. */
    @Nullable Schedule read(Entry entry, BindingResult errors) {
        var read = ScheduleReading.of(entry.text().when());
        Set<UUID> chosen = points == null ? Set.of() : new HashSet<>(points);
        if (!"HAND".equals(how)) {
            return read.at(read.yearWheel() ? chosen : Set.of());
        }
        var typed = ScheduleReading.of(days == null ? "" : days);
        if (!typed.unread().isEmpty() || typed.ongoing() || typed.times() != null || typed.yearWheel()) {
            errors.rejectValue(
                    "days",
                    "communication.days.not-understood",
                    new Object[] {typed.unread().isEmpty() ? days : String.join(", ", typed.unread())},
                    null);
        }
        var often = number("times", times, 1, Times.MOST_A_YEAR, errors);
        var first = number("from", from, Schedule.FIRST_YEAR, Schedule.LAST_YEAR, errors);
        var last = number("until", until, Schedule.FIRST_YEAR, Schedule.LAST_YEAR, errors);
        if (first != null && last != null && last < first) {
            errors.rejectValue("until", "communication.days.until-before-from");
        }
        return errors.hasErrors()
                ? null
                : Schedule.byHand(
                        typed.moments(),
                        often == null ? null : Times.exactly(often),
                        Boolean.TRUE.equals(wheel),
                        chosen,
                        first,
                        last,
                        read);
    }

    private static @Nullable Integer number(
            String field, @Nullable String text, int least, int most, BindingResult errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var typed = text.strip();
        int number = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
        if (number < least || number > most) {
            errors.rejectValue(field, "communication.days.number", new Object[] {least, most}, null);
        }
        return number;
    }
}
