package org.samklima.portal.reporting.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.RoundPlan;
import org.springframework.validation.BindingResult;

/**
 * A round's plan as it is typed.
 *
 * @param form id and version of a form, with a slash between
 * @param reminderDays numbers with commas between
 */
record PlanForm(
        @Nullable String form,
        @Nullable String name,
        @Nullable String year,
        @Nullable String opensOn,
        @Nullable String deadline,
        @Nullable Boolean signOffRequired,
        @Nullable String reminderDays,
        @Nullable String contact) {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Which field a refusal belongs to. */
    private static final Map<String, String> FIELDS = Map.of(
            "reporting.round.invalid.name", "name",
            "reporting.round.invalid.year", "year",
            "reporting.round.exists", "year",
            "reporting.round.invalid.opening-past", "opensOn",
            "reporting.round.invalid.deadline-before-opening", "deadline",
            "reporting.round.invalid.reminders", "reminderDays",
            "people.email-invalid", "contact");

    static PlanForm of(Round round) {
        return new PlanForm(
                round.formId() + "/" + round.formVersion(),
                round.name(),
                String.valueOf(round.year()),
                round.opensOn().toString(),
                round.deadline().toString(),
                round.signOffRequired(),
                round.reminderDays().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                round.contact());
    }

    /** What was typed, understood; with what was not among the errors. Null if anything was not. */
    @Nullable RoundPlan read(BindingResult errors) {
        var formPart = form == null ? new String[0] : form.split("/");
        if (formPart.length != 2 || !formPart[1].matches("\\d{1,6}") || !formPart[0].matches(ID)) {
            errors.rejectValue("form", "reporting.plan.choose");
        }
        int reported = number(year, "year", errors);
        var opening = day(opensOn, "opensOn", errors);
        var last = day(deadline, "deadline", errors);
        var reminders = reminderDays == null || reminderDays.isBlank() ? "" : reminderDays.replaceAll("\\s", "");
        if (!reminders.matches("(\\d{1,3}(,\\d{1,3})*)?")) {
            errors.rejectValue("reminderDays", "reporting.plan.not-days");
        }
        if (errors.hasErrors() || opening == null || last == null) {
            return null;
        }
        try {
            return new RoundPlan(
                    UUID.fromString(formPart[0]),
                    Integer.parseInt(formPart[1]),
                    name == null ? "" : name,
                    reported,
                    opening,
                    last,
                    Boolean.TRUE.equals(signOffRequired),
                    Arrays.stream(reminders.split(","))
                            .filter(days -> !days.isEmpty())
                            .map(Integer::valueOf)
                            .toList(),
                    contact == null ? "" : contact);
        } catch (Problem problem) {
            reject(problem, errors);
            return null;
        }
    }

    static void reject(Problem problem, BindingResult errors) {
        var field = FIELDS.get(problem.messageKey());
        if (field == null) {
            errors.reject(problem.messageKey(), problem.arguments(), null);
        } else {
            errors.rejectValue(field, problem.messageKey(), problem.arguments(), null);
        }
    }

    private static int number(@Nullable String text, String field, BindingResult errors) {
        if (text != null && text.strip().matches("\\d{4}")) {
            return Integer.parseInt(text.strip());
        }
        errors.rejectValue(field, "reporting.plan.not-a-year");
        return 0;
    }

    private static @Nullable LocalDate day(@Nullable String text, String field, BindingResult errors) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException noDay) {
            errors.rejectValue(field, "reporting.plan.not-a-day");
            return null;
        }
    }
}
