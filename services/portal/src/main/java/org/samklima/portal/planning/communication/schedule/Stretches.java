package org.samklima.portal.planning.communication.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.schedule.Moment.Unit;

/** The moments of a clause as they come: lists and ranges, and years that stand behind several ("Q2/Q3 2022") or before them. */
final class Stretches {

    /** Nobody means more days than that by a range. */
    private static final int LONGEST_RANGE = 40;

    private final List<Item> items = new ArrayList<>();
    private @Nullable Integer lead;
    private @Nullable Integer lastYear;

    /**
     * @param ranges whether all between the one before and this one is meant as well
     * @param inherits whether its year stands behind another moment than this one
     */
    private record Item(Moment moment, boolean ranges, boolean inherits) {}

    boolean isEmpty() {
        return items.isEmpty();
    }

    void add(Moment moment, boolean ranges) {
        var dated = moment.year() == null && lead != null ? moment.in(lead) : moment;
        items.add(new Item(dated, ranges && !isEmpty() && last().unit() == moment.unit(), false));
        if (moment.year() != null) {
            lastYear = moment.year();
        }
    }

    /** A bare number behind a connection means one more of the same: the 4 of "Q3/4". */
    boolean addAnother(int number, boolean ranges) {
        var unit = isEmpty() ? null : last().unit();
        if (unit != Unit.QUARTER && unit != Unit.WEEK && unit != Unit.HALF || number < 1 || number > unit.inAYear()) {
            return false;
        }
        add(Moment.of(unit, null, number), ranges);
        return true;
    }

    /** Whether the moments that wait for a year take this one. */
    boolean takeYear(int year) {
        boolean taken = false;
        for (int index = items.size() - 1; index >= 0 && waits(items.get(index)); index--) {
            var item = items.get(index);
            items.set(index, new Item(dated(item.moment, year), item.ranges, index < items.size() - 1));
            taken = true;
        }
        if (taken) {
            lastYear = year;
        }
        return taken;
    }

    /** The moments to come are of this year, unless they say otherwise. */
    void lead(int year) {
        lead = year;
    }

    private static boolean waits(Item item) {
        return item.moment.year() == null;
    }

    /** A leap day, in a year without one, is the last of February. */
    static Moment dated(Moment moment, int year) {
        try {
            return moment.in(year);
        } catch (IllegalArgumentException noLeapDay) {
            return Moment.day(moment.lastDayIn(year));
        }
    }

    private Moment last() {
        return items.getLast().moment;
    }

    /**
     * All of them, ranges filled.
     *
     * @param everyYear whether those without a year come back every year, and are not of the year named before
     * @throws IllegalArgumentException if a range runs backwards, or on for too long
     */
    List<Moment> moments(boolean everyYear) {
        var all = new ArrayList<Moment>();
        for (int index = 0; index < items.size(); index++) {
            var item = items.get(index);
            var moment = item.moment.year() == null && lastYear != null && !everyYear
                    ? dated(item.moment, lastYear)
                    : item.moment;
            if (item.ranges) {
                fill(all, moment, items.get(index - 1).inherits);
            } else {
                all.add(moment);
            }
        }
        return all;
    }

    /**
     * Of a range of days only the last is left: by then it is to be done.
     *
     * @param winters whether the first may be of the year before: "November to January 2023"
     */
    private static void fill(List<Moment> all, Moment last, boolean winters) {
        var first = all.removeLast();
        if (last.unit() == Unit.DAY) {
            all.add(last);
            return;
        }
        int perYear = last.unit() == Unit.YEAR ? 1 : last.unit().inAYear();
        boolean dated = last.year() != null;
        int end = place(last, last.year(), perYear);
        int begin = place(first, Objects.requireNonNullElse(first.year(), dated ? last.year() : 0), perYear);
        if (begin > end && dated && (winters || first.year() == null)) {
            begin -= perYear;
        }
        if (begin > end && !dated) {
            end += perYear;
        }
        if (begin > end || end - begin >= LONGEST_RANGE) {
            throw new IllegalArgumentException("No range: " + first + " to " + last);
        }
        for (int place = begin; place <= end; place++) {
            var year = dated ? Integer.valueOf(Math.floorDiv(place, perYear)) : null;
            all.add(Moment.of(last.unit(), year, last.unit() == Unit.YEAR ? 0 : Math.floorMod(place, perYear) + 1));
        }
    }

    private static int place(Moment moment, @Nullable Integer year, int perYear) {
        return (year == null ? 0 : year) * perYear + Math.max(0, moment.number() - 1);
    }
}
