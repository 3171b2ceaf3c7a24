package org.samklima.portal.reminders;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.springframework.validation.BindingResult;

/** A setting as it is typed. */
record ReminderForm(
        @Nullable String rhythm,
        @Nullable String daysBefore,
        @Nullable String language) {

    /** Which field a refusal belongs to. */
    private static final Map<String, String> FIELDS = Map.of(
            "reminders.rhythm.unknown", "rhythm",
            "reminders.days.impossible", "daysBefore",
            "reminders.language.unknown", "language");

    /** @param reader language of the page, for whoever never chose one for the mail */
    static ReminderForm of(ReminderSetting setting, String reader) {
        return new ReminderForm(
                setting.rhythm().name(),
                String.valueOf(setting.daysBefore()),
                setting.language() == null ? reader : setting.language());
    }

    /** What was typed, understood; null if it was not, with the reason among the errors. */
    @Nullable ReminderSetting read(BindingResult errors) {
        try {
            return new ReminderSetting(readRhythm(), readDays(), language);
        } catch (Problem problem) {
            errors.rejectValue(FIELDS.get(problem.messageKey()), problem.messageKey(), problem.arguments(), null);
            return null;
        }
    }

    private Rhythm readRhythm() {
        return Arrays.stream(Rhythm.values())
                .filter(one -> one.name().equals(rhythm))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("reminders.rhythm.unknown"));
    }

    private int readDays() {
        var typed = daysBefore == null ? "" : daysBefore.strip();
        if (!typed.matches("\\d{1,4}")) {
            throw Problem.invalid("reminders.days.impossible", ReminderSetting.MOST_DAYS);
        }
        return Integer.parseInt(typed);
    }
}
