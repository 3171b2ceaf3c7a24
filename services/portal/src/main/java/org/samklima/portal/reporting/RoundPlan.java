package org.samklima.portal.reporting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.samklima.portal.people.EmailAddress;
import org.samklima.portal.problem.Problem;

/**
 * What the secretariat decides about a round before it opens.
 *
 * @param year which the members report on
 * @param opensOn the day on which it opens by itself
 * @param deadline the last day, which counts in full
 * @param signOffRequired whether a decision-maker of the member signs off before it is submitted
 * @param reminderDays how many days before their deadline members are reminded that have not submitted; most first
 * @param contact e-mail address that members turn to
 */
public record RoundPlan(
        UUID formId,
        int formVersion,
        String name,
        int year,
        LocalDate opensOn,
        LocalDate deadline,
        boolean signOffRequired,
        List<Integer> reminderDays,
        String contact) {

    public static final List<Integer> USUAL_REMINDERS = List.of(14, 3);

    private static final int LONGEST_NAME = 200;
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2200;
    private static final int EARLIEST_REMINDER = 180;
    private static final int MOST_REMINDERS = 5;

    /** @throws Problem for the first thing that cannot be */
    public RoundPlan {
        name = name.strip();
        contact = EmailAddress.normalised(contact);
        reminderDays = reminderDays.stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", LONGEST_NAME);
        require(year >= EARLIEST_YEAR && year <= LATEST_YEAR, "year", EARLIEST_YEAR, LATEST_YEAR);
        require(!deadline.isBefore(opensOn), "deadline-before-opening");
        require(deadline.getYear() <= LATEST_YEAR, "year", EARLIEST_YEAR, LATEST_YEAR);
        require(
                reminderDays.size() <= MOST_REMINDERS
                        && reminderDays.stream().allMatch(days -> days >= 1 && days <= EARLIEST_REMINDER),
                "reminders",
                MOST_REMINDERS,
                EARLIEST_REMINDER);
    }

    private static void require(boolean holds, String what, Object... arguments) {
        if (!holds) {
            throw Problem.invalid("reporting.round.invalid." + what, arguments);
        }
    }
}
