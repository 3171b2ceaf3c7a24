package org.samklima.portal.planning.communication.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When something is to be done, as it is understood.
 *
 * @param moments each is one day to be done by, or one a year
 * @param times how often a year, spread over it; null where that is not said
 * @param ongoing all the time, so that no day follows from it
 * @param adHoc when there is need, so that no day follows from it
 * @param yearWheel as the year wheel turns
 * @param points those points of the year wheel; none named means all of them
 * @param from first year of what comes back; null where it has none
 * @param until its last year; null where it has none
 * @param byHand whether somebody said so in the place of what was read from the text
 * @param unread parts of the text, as typed, from which nothing was understood
 */
public record Schedule(
        List<Moment> moments,
        @Nullable Times times,
        boolean ongoing,
        boolean adHoc,
        boolean yearWheel,
        Set<UUID> points,
        @Nullable Integer from,
        @Nullable Integer until,
        boolean byHand,
        List<String> unread) {

    private static final String A_YEAR = "/year";
    private static final String YEAR_WHEEL = "year-wheel";

    /** The first and the last year of what comes back and is said by hand. */
    public static final int FIRST_YEAR = 1990;

    public static final int LAST_YEAR = 2200;

    /** Nothing was said. */
    public static final Schedule NONE =
            new Schedule(List.of(), null, false, false, false, Set.of(), null, null, false, List.of());

    public Schedule {
        moments = List.copyOf(moments);
        points = Set.copyOf(points);
        unread = List.copyOf(unread);
    }

    /**
     * What somebody says in the place of what was read.
     *
     * @throws IllegalArgumentException if the years are none that anybody plans for, or run backwards
     */
    public static Schedule byHand(
            List<Moment> moments,
            @Nullable Times times,
            boolean yearWheel,
            Set<UUID> points,
            @Nullable Integer from,
            @Nullable Integer until,
            Schedule read) {
        if (isNoYear(from) || isNoYear(until) || from != null && until != null && until < from) {
            throw new IllegalArgumentException("No years: " + from + " to " + until);
        }
        return new Schedule(
                moments,
                times,
                read.ongoing,
                read.adHoc,
                yearWheel,
                yearWheel ? points : Set.of(),
                from,
                until,
                true,
                List.of());
    }

    private static boolean isNoYear(@Nullable Integer year) {
        return year != null && (year < FIRST_YEAR || year > LAST_YEAR);
    }

    /** Whether anything is understood. */
    @JsonIgnore
    public boolean isUnderstood() {
        return byHand || !moments.isEmpty() || times != null || ongoing || adHoc || yearWheel;
    }

    /** Whether something was typed that nobody understood, so that days have to be given by hand. */
    public boolean asksForDays() {
        return !isUnderstood() && !unread.isEmpty();
    }

    /** Whether days come back every year as long as it is not said otherwise. */
    public boolean recurs() {
        return times != null || yearWheel || moments.stream().anyMatch(Moment::isEveryYear);
    }

    /** The same with these points of the year wheel. */
    public Schedule at(Set<UUID> points) {
        return new Schedule(moments, times, ongoing, adHoc, yearWheel, points, from, until, byHand, unread);
    }

    /** The same without this point of the year wheel; without the wheel altogether, where it went by no other. */
    public Schedule without(UUID point) {
        var others = points.stream().filter(other -> !other.equals(point)).collect(Collectors.toSet());
        return new Schedule(
                moments, times, ongoing, adHoc, yearWheel && !others.isEmpty(), others, from, until, byHand, unread);
    }

    /** What days follow from it in short, the same in every language: {@code 2022-Q2}, {@code 4/year}, {@code 2022-2024}. */
    public List<String> codes() {
        var codes = new ArrayList<String>();
        moments.forEach(moment -> codes.add(moment.text()));
        if (times != null) {
            codes.add(times.least() + A_YEAR);
        }
        if (from != null || until != null) {
            codes.add((from == null ? "*" : from) + "--" + (until == null ? "*" : until));
        }
        if (yearWheel) {
            codes.add(YEAR_WHEEL);
        }
        return codes;
    }

    /**
     * Said by hand as {@link #codes} puts it.
     *
     * @param read what is read from the text
     * @throws IllegalArgumentException if one is no such code
     */
    public static Schedule byCodes(List<String> codes, Schedule read) {
        var moments = new ArrayList<Moment>();
        Times times = null;
        Integer from = null;
        Integer until = null;
        boolean yearWheel = false;
        for (var code : codes) {
            if (code.endsWith(A_YEAR)) {
                times = Times.exactly(Integer.parseInt(code.substring(0, code.length() - A_YEAR.length())));
            } else if (code.contains("--")) {
                from = year(code.substring(0, code.indexOf("--")));
                until = year(code.substring(code.indexOf("--") + 2));
            } else if (code.equals(YEAR_WHEEL)) {
                yearWheel = true;
            } else {
                moments.add(Moment.of(code));
            }
        }
        return byHand(moments, times, yearWheel, Set.of(), from, until, read);
    }

    private static @Nullable Integer year(String code) {
        return code.equals("*") ? null : Integer.valueOf(code);
    }
}
