package org.samklima.portal.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.samklima.portal.tenancy.Tenant;

/**
 * An item, where it is due, and how soon.
 *
 * @param today which day it is where the item's day ends
 */
public record DueLine(Tenant tenant, DueItem item, LocalDate today) {

    static final Comparator<DueLine> SOONEST_FIRST =
            Comparator.comparing((DueLine line) -> line.item.deadline()).thenComparing(line -> line.item.what());

    /** How soon, as people plan: weeks begin on Monday. */
    public enum Soon {
        LATE,
        THIS_WEEK,
        /** Not the calendar's month: on its last day, tomorrow is near all the same. */
        WITHIN_A_MONTH,
        LATER,
        /** A hint, which presses nobody. */
        WORTH_A_LOOK
    }

    /** Lines that are equally soon. */
    public record Section(Soon soon, List<DueLine> lines) {}

    /** The most urgent section first; none without lines. */
    public static List<Section> sections(List<DueLine> lines) {
        Map<Soon, List<DueLine>> bySoon =
                lines.stream().collect(Collectors.groupingBy(DueLine::soon, TreeMap::new, Collectors.toList()));
        return bySoon.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    public Soon soon() {
        if (item.isHint()) {
            return Soon.WORTH_A_LOOK;
        }
        if (isLate()) {
            return Soon.LATE;
        }
        if (isBy(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))) {
            return Soon.THIS_WEEK;
        }
        return isBy(today.plusMonths(1)) ? Soon.WITHIN_A_MONTH : Soon.LATER;
    }

    public boolean isLate() {
        return !item.isHint() && daysLeft() < 0;
    }

    /** From today to the last day: 0 on the day itself, negative after it. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, item.deadline());
    }

    public boolean isBy(LocalDate day) {
        return !item.deadline().isAfter(day);
    }

    /** From the root of the server. */
    public String href() {
        return "/" + tenant.slug() + item.path();
    }
}
