package org.samklima.portal.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Languages;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenant;

/**
 * How a person wants to be reminded in one tenant.
 *
 * @param daysBefore how many days before its last day something is worth a mail
 * @param language code of the language of the mail; null for the tenant's own
 */
record ReminderSetting(
        Rhythm rhythm, int daysBefore, @Nullable String language) {

    static final int MOST_DAYS = 60;

    /** Of whoever never said anything else. */
    static final ReminderSetting PROPOSED = new ReminderSetting(Rhythm.WEEKLY, 14, null);

    /** @throws Problem for days or a language that cannot be */
    ReminderSetting {
        if (daysBefore < 0 || daysBefore > MOST_DAYS) {
            throw Problem.invalid("reminders.days.impossible", MOST_DAYS);
        }
        if (language != null && Languages.of(language).isEmpty()) {
            throw Problem.invalid("reminders.language.unknown");
        }
    }

    ReminderSetting off() {
        return new ReminderSetting(Rhythm.OFF, daysBefore, language);
    }

    boolean isOff() {
        return rhythm == Rhythm.OFF;
    }

    Locale languageIn(Tenant tenant) {
        return Locale.of(language == null ? tenant.defaultLanguage() : language);
    }

    /** The next day on which a mail may come; null if none does. */
    @Nullable LocalDate nextDay(Instant now, Tenant tenant) {
        if (isOff()) {
            return null;
        }
        var morning = Mornings.after(now, tenant.timeZone());
        while (!rhythm.isFor(tenant.dayOf(morning))) {
            morning = Mornings.after(morning, tenant.timeZone());
        }
        return tenant.dayOf(morning);
    }
}
