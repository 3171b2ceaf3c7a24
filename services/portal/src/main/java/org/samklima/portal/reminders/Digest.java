package org.samklima.portal.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.portal.home.DueLine;

/**
 * What a reminder tells, each part the soonest first.
 *
 * @param until the last day that was looked at
 * @param hints what is worth a look, and never late
 */
record Digest(LocalDate until, List<DueLine> late, List<DueLine> due, List<DueLine> hints) {

    /** @param lines everything that is due for the person, soonest first */
    static Digest of(List<DueLine> lines, int daysBefore, LocalDate today) {
        var near = lines.stream()
                .filter(line -> line.isBy(line.today().plusDays(daysBefore)))
                .toList();
        return new Digest(
                today.plusDays(daysBefore),
                near.stream().filter(DueLine::isLate).toList(),
                near.stream()
                        .filter(line -> !line.isLate() && !line.item().isHint())
                        .toList(),
                near.stream().filter(line -> line.item().isHint()).toList());
    }

    boolean isEmpty() {
        return late.isEmpty() && due.isEmpty() && hints.isEmpty();
    }

    Stream<DueLine> lines() {
        return Stream.of(late, due, hints).flatMap(List::stream);
    }

    /** What it tells, by keys: that something is late is another story than that it is near. */
    Set<String> keys() {
        return lines().map(line ->
                        (line.isLate() ? "late " : "near ") + line.item().key())
                .collect(Collectors.toSet());
    }

    /** Whether it tells anything beyond what was told before. */
    boolean hasNewsSince(Set<String> told) {
        return !told.containsAll(keys());
    }
}
