package org.samklima.portal.planning.communication.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.samklima.portal.planning.communication.WheelPoint;
import org.samklima.portal.planning.communication.schedule.Moment;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.communication.schedule.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what was understood of when; in such words as {@code ScheduleReading} understands again. */
@Component
class ScheduleWords {

    private final MessageSource messages;

    ScheduleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Empty where nothing was understood. */
    String said(Schedule schedule, List<WheelPoint> wheel, Locale language) {
        var parts = new ArrayList<String>();
        if (!schedule.moments().isEmpty()) {
            parts.add(moments(schedule.moments(), language));
        }
        var times = schedule.times();
        if (times != null) {
            parts.add(times(times, language));
        }
        if (schedule.ongoing()) {
            parts.add(word("communication.when.ongoing", language));
        }
        if (schedule.adHoc()) {
            parts.add(word("communication.when.ad-hoc", language));
        }
        if (schedule.yearWheel()) {
            parts.add(wheel(schedule, wheel, language));
        }
        if (schedule.from() != null || schedule.until() != null) {
            parts.add(bounds(schedule, language));
        }
        return String.join("; ", parts);
    }

    /** Those of one sort in one year share it: "Q2, Q3 2027". */
    private String moments(List<Moment> moments, Locale language) {
        return moments.stream()
                .collect(Collectors.groupingBy(
                        moment -> moment.unit() + " " + moment.year(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> alike.stream()
                                .limit(alike.size() - 1L)
                                .map(moment -> bare(moment, language) + ", ")
                                .collect(Collectors.joining())
                        + moment(alike.getLast(), language))
                .collect(Collectors.joining(", "));
    }

    String moment(Moment moment, Locale language) {
        var year = moment.year();
        if (moment.unit() == Moment.Unit.YEAR) {
            return String.valueOf(year);
        }
        return year == null
                ? word("communication.when.every", language, bare(moment, language))
                : word("communication.when.dated", language, bare(moment, language), year);
    }

    private String bare(Moment moment, Locale language) {
        return switch (moment.unit()) {
            case DAY ->
                DateTimeFormatter.ofPattern(word("communication.when.day-pattern", language), language)
                        .format(LocalDate.of(2000, moment.number(), moment.day()));
            case MONTH -> Month.of(moment.number()).getDisplayName(TextStyle.FULL_STANDALONE, language);
            case SEASON -> word("communication.when.season." + moment.number(), language);
            case YEAR -> "";
            default -> word("communication.when." + moment.unit().name(), language, moment.number());
        };
    }

    private String times(Times times, Locale language) {
        return times.least() == times.most()
                ? word("communication.when.times", language, times.least())
                : word("communication.when.times.range", language, times.least(), times.most());
    }

    private String wheel(Schedule schedule, List<WheelPoint> wheel, Locale language) {
        if (schedule.points().isEmpty()) {
            return word("communication.when.year-wheel", language);
        }
        var names = wheel.stream()
                .filter(point -> schedule.points().contains(point.id()))
                .map(WheelPoint::name)
                .collect(Collectors.joining(", "));
        return word("communication.when.year-wheel.points", language, names);
    }

    private String bounds(Schedule schedule, Locale language) {
        if (schedule.until() == null) {
            return word("communication.when.from", language, Objects.requireNonNull(schedule.from()));
        }
        return schedule.from() == null
                ? word("communication.when.until", language, schedule.until())
                : word("communication.when.between", language, schedule.from(), schedule.until());
    }

    private String word(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
