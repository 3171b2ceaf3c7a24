package org.samklima.portal.planning.communication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.samklima.portal.planning.history.PlanItem;

/**
 * A row of the communication plan.
 *
 * @param schedule when, as it is understood
 * @param recursFrom from when on what comes back every year does so
 * @param lockVersion rises with every change
 */
public record Entry(
        UUID id, EntryText text, Schedule schedule, LocalDate recursFrom, int lockVersion, Instant changedAt) {

    static Entry added(UUID id, EntryText text, LocalDate today, Instant at) {
        return new Entry(id, text, ScheduleReading.of(text.when()), today, 0, at);
    }

    /** Another text of when is read anew; the same one keeps what was said of it by hand. */
    Entry with(EntryText changed, LocalDate today, Instant at) {
        var read = changed.when().equals(text.when()) ? schedule : ScheduleReading.of(changed.when());
        return new Entry(id, changed, read, recursFrom, lockVersion, at).from(this, today);
    }

    /** The same text, understood otherwise. */
    Entry understood(Schedule otherwise, LocalDate today, Instant at) {
        return new Entry(id, text, otherwise, recursFrom, lockVersion, at).from(this, today);
    }

    /** What is newly said to come back does so from today on: nobody is late with what nobody had planned. */
    private Entry from(Entry before, LocalDate today) {
        return schedule.equals(before.schedule) ? this : new Entry(id, text, schedule, today, lockVersion, changedAt);
    }

    /** What to call it in a line: whom it reaches. */
    public String title() {
        return text.stakeholder().lines().findFirst().orElse("");
    }

    /** Its facts for the history. */
    PlanItem item() {
        return PlanItem.of(PlanItem.Kind.COMMUNICATION, id, title())
                .with("communication-phase", text.phase())
                .with("communication-stakeholder", text.stakeholder().equals(title()) ? null : text.stakeholder())
                .with("communication-message", text.message())
                .with("communication-channel", text.channel())
                .with("communication-effect", text.effect())
                .with("communication-when", text.when())
                .with("responsible", text.responsible())
                .with("communication-by-hand", schedule.byHand() ? schedule.codes() : null);
    }
}
