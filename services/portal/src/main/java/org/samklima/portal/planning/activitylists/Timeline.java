package org.samklima.portal.planning.activitylists;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Activities as bars along years.
 *
 * @param first year shown
 * @param last year shown
 * @param ticks where years begin
 * @param today where today is; null if it is not among the years
 * @param rows one for each activity
 */
record Timeline(
        int first, int last, List<Tick> ticks, @Nullable String today, List<Row> rows) {

    /** How many years can be read at most. */
    private static final int MOST_YEARS = 60;

    /** As many labels as a phone has room for. */
    private static final int MOST_LABELS = 7;

    /**
     * A year's beginning.
     *
     * @param at its place, as {@code 12.50%}
     * @param labelled whether there is room for its number
     */
    record Tick(int year, String at, boolean labelled) {}

    /** @param bar null where the activity has no dates */
    record Row(ActivityRow activity, @Nullable Bar bar) {}

    /**
     * From where to where, as parts of the width: {@code 12.50%}.
     *
     * @param from where it begins
     * @param width how long it is
     * @param before whether it goes on before the first year shown
     * @param after whether it goes on after the last year shown
     * @param open whether only its first or only its last day is known
     * @param lateFrom where the delay begins; null if it is not late
     * @param lateWidth how long the delay is
     */
    record Bar(
            String from,
            String width,
            boolean before,
            boolean after,
            boolean open,
            @Nullable String lateFrom,
            @Nullable String lateWidth) {}

    /**
     * The years that the activities take, as far as they are near; or those asked for.
     *
     * @param from year asked for; null for the activities' own
     * @param until likewise
     */
    static Timeline of(
            List<ActivityRow> activities,
            Tallies.Totals totals,
            @Nullable Integer from,
            @Nullable Integer until,
            LocalDate today) {
        int year = today.getYear();
        int first = from != null ? from : Math.clamp(yearOf(totals.first(), year), year - 15, year);
        int last = until != null ? until : Math.clamp(yearOf(totals.last(), year), year, year + 20);
        last = Math.clamp(last, first, first + MOST_YEARS - 1);
        var scale = new Scale(first, last);
        return new Timeline(
                first,
                last,
                ticks(scale),
                year >= first && year <= last ? scale.at(today) : null,
                activities.stream()
                        .map(activity -> new Row(activity, bar(activity, scale, today)))
                        .toList());
    }

    private static int yearOf(@Nullable LocalDate day, int otherwise) {
        return day == null ? otherwise : day.getYear();
    }

    private static List<Tick> ticks(Scale scale) {
        int years = scale.last - scale.first + 1;
        int step = Math.ceilDiv(years, MOST_LABELS);
        var ticks = new ArrayList<Tick>();
        for (int year = scale.first; year <= scale.last; year++) {
            ticks.add(new Tick(year, scale.at(LocalDate.of(year, 1, 1)), (year - scale.first) % step == 0));
        }
        return List.copyOf(ticks);
    }

    private static @Nullable Bar bar(ActivityRow activity, Scale scale, LocalDate today) {
        var starts = activity.startsOn();
        var ends = activity.endsOn();
        if (starts == null && ends == null) {
            return null;
        }
        var from = starts == null ? scale.begin : starts;
        var until = ends == null ? scale.end : ends.plusDays(1);
        var late = activity.lateSince();
        return new Bar(
                scale.at(from),
                scale.between(from, until),
                from.isBefore(scale.begin),
                until.isAfter(scale.end),
                starts == null || ends == null,
                late == null ? null : scale.at(late.plusDays(1)),
                late == null ? null : scale.between(late.plusDays(1), today.plusDays(1)));
    }

    /** Days to parts of the width; what lies outside stops at the edge. */
    private record Scale(int first, int last, LocalDate begin, LocalDate end, long days) {

        Scale(int first, int last) {
            this(
                    first,
                    last,
                    LocalDate.of(first, 1, 1),
                    LocalDate.of(last + 1, 1, 1),
                    ChronoUnit.DAYS.between(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1)));
        }

        private double share(LocalDate day) {
            return 100.0 * Math.clamp(ChronoUnit.DAYS.between(begin, day), 0L, days) / days;
        }

        String at(LocalDate day) {
            return written(share(day));
        }

        String between(LocalDate from, LocalDate until) {
            return written(Math.max(0, share(until) - share(from)));
        }

        private static String written(double percent) {
            return String.format(Locale.ROOT, "%.2f%%", percent);
        }
    }
}
