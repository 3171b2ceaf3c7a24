package org.samklima.portal.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.home.Due;
import org.samklima.portal.home.DueLine;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One's own reminders by mail, as data. */
@TenantApi
@Allowed
class RemindersApi {

    private final ReminderSettings settings;
    private final Due due;
    private final Clock clock;

    RemindersApi(ReminderSettings settings, Due due, Clock clock) {
        this.settings = settings;
        this.due = due;
        this.clock = clock;
    }

    /**
     * How reminders come.
     *
     * @param daysBefore how many days before its last day something is worth a mail, 0 to 60
     * @param language of the mail: sv, da, de or en; null for the organisation's first
     */
    record Setting(
            @Nullable Rhythm rhythm,
            @Nullable Integer daysBefore,
            @Nullable String language) {

        static Setting of(ReminderSetting setting) {
            return new Setting(setting.rhythm(), setting.daysBefore(), setting.language());
        }

        ReminderSetting read() {
            if (rhythm == null) {
                throw Problem.invalid("reminders.rhythm.unknown");
            }
            if (daysBefore == null) {
                throw Problem.invalid("reminders.days.impossible", ReminderSetting.MOST_DAYS);
            }
            return new ReminderSetting(rhythm, daysBefore, language);
        }
    }

    /** How the reminders of the person behind the token come in this tenant. */
    @GetMapping("/reminders")
    Setting get(Actor actor) {
        return Setting.of(settings.of(person(actor)));
    }

    /** Has them come otherwise, or not at all. 422 if the setting cannot be. */
    @PutMapping("/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(Actor actor, @RequestBody Setting setting) {
        settings.choose(person(actor), setting.read());
    }

    /**
     * What a reminder would tell now.
     *
     * @param until the last day that was looked at
     * @param hints what is worth a look, and never late
     */
    record Preview(LocalDate until, List<Line> late, List<Line> due, List<Line> hints) {}

    /** @param path of its page, from the root of the portal */
    record Line(String what, @Nullable String askedBy, LocalDate deadline, String path) {

        static List<Line> of(List<DueLine> lines) {
            return lines.stream()
                    .map(line -> new Line(
                            line.item().what(),
                            line.item().askedBy(),
                            line.item().deadline(),
                            line.href()))
                    .toList();
        }
    }

    /** What a reminder would tell now, in the language it would have; an empty one would not be sent. */
    @GetMapping("/reminders/preview")
    Preview preview(Tenant tenant, Actor actor) {
        var setting = settings.of(person(actor));
        var digest = Digest.of(
                due.in(tenant, actor, setting.languageIn(tenant)), setting.daysBefore(), tenant.dayOf(clock.instant()));
        return new Preview(digest.until(), Line.of(digest.late()), Line.of(digest.due()), Line.of(digest.hints()));
    }

    private static UUID person(Actor actor) {
        return Objects.requireNonNull(actor.id());
    }
}
