package org.samklima.portal.planning.activityexchange;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samklima.portal.planning.activities.Milestone;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.planning.lists.WrittenDay;
import org.samklima.portal.problem.Problem;

/** Milestones in one cell, a line each: {@code 2026-05-01: Title}, and {@code 2026-05-01 → 2026-05-12: Title} once reached. */
final class MilestoneCell {

    private static final Pattern LINE =
            Pattern.compile("(?<due>[^:→>]+?)\\s*(?:(?:→|->)\\s*(?<reached>[^:]+?)\\s*)?:\\s*(?<title>.+)");

    private MilestoneCell() {}

    static String written(List<Milestone> milestones) {
        return milestones.stream()
                .map(milestone -> milestone.dueOn()
                        + (milestone.reachedOn() == null ? "" : " → " + milestone.reachedOn())
                        + ": " + milestone.title())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem if a line cannot be understood */
    static List<Milestone> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(MilestoneCell::line)
                .toList();
    }

    private static Milestone line(String text) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            throw Problem.invalid("activityexchange.milestone-invalid", Shortened.of(text));
        }
        var reached = line.group("reached");
        return new Milestone(
                null,
                line.group("title"),
                WrittenDay.last(line.group("due")),
                reached == null ? null : WrittenDay.last(reached));
    }
}
