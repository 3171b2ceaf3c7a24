package org.samklima.portal.planning.communication.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.EntryText;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.schedule.Moment;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.samklima.portal.planning.communication.schedule.Times;
import org.samklima.portal.problem.Problem;

/** Rows of the communication plan as a program reads and writes them. */
final class EntryData {

    private EntryData() {}

    /**
     * A row.
     *
     * @param when as it was typed
     * @param understood what that means
     * @param lockVersion to be sent along with a change, so that nobody's is written over unseen
     */
    record Row(
            UUID id,
            Phase phase,
            String stakeholder,
            String message,
            String channel,
            String effect,
            String when,
            String responsible,
            Understood understood,
            int lockVersion,
            Instant changedAt) {

        static Row of(Entry entry) {
            var text = entry.text();
            return new Row(
                    entry.id(),
                    text.phase(),
                    text.stakeholder(),
                    text.message(),
                    text.channel(),
                    text.effect(),
                    text.when(),
                    text.responsible(),
                    Understood.of(entry.schedule()),
                    entry.lockVersion(),
                    entry.changedAt());
        }
    }

    /**
     * What is understood of when.
     *
     * @param moments as in 2022-Q2, 2022-05, 2022-05-03, 2022-W18, 2022-H1, 2022-S3 (autumn), 2022; *-Q2 is every year
     * @param timesAYear the least and the most; null where that is not said
     * @param yearWheel whether it goes by the year wheel; by these points of it, or by all of them where none is named
     * @param from first year of what comes back, until its last one
     * @param byHand whether somebody said so in the place of what was read
     * @param asksForDays whether nothing at all was understood
     * @param unread parts of the text from which nothing was understood
     */
    record Understood(
            List<Moment> moments,
            @Nullable Times timesAYear,
            boolean ongoing,
            boolean adHoc,
            boolean yearWheel,
            Set<UUID> points,
            @Nullable Integer from,
            @Nullable Integer until,
            boolean byHand,
            boolean asksForDays,
            List<String> unread) {

        static Understood of(Schedule schedule) {
            return new Understood(
                    schedule.moments(),
                    schedule.times(),
                    schedule.ongoing(),
                    schedule.adHoc(),
                    schedule.yearWheel(),
                    schedule.points(),
                    schedule.from(),
                    schedule.until(),
                    schedule.byHand(),
                    schedule.asksForDays(),
                    schedule.unread());
        }
    }

    /** A row as it is to be. */
    record NewRow(
            @Nullable Phase phase,
            @Nullable String stakeholder,
            @Nullable String message,
            @Nullable String channel,
            @Nullable String effect,
            @Nullable String when,
            @Nullable String responsible,
            @Nullable Integer lockVersion) {

        EntryText text() {
            return EntryText.of(phase, stakeholder, message, channel, effect, when, responsible);
        }

        int version() {
            return Objects.requireNonNullElse(lockVersion, 0);
        }
    }

    /**
     * How the when of a row is to be understood.
     *
     * @param byHand false to go by the text again; then only the points of the year wheel count
     * @param timesAYear how many tasks a year
     */
    record Days(
            @Nullable Boolean byHand,
            @Nullable List<String> moments,
            @Nullable Integer timesAYear,
            @Nullable Boolean yearWheel,
            @Nullable Set<UUID> points,
            @Nullable Integer from,
            @Nullable Integer until,
            @Nullable Integer lockVersion) {

        /** @throws Problem if one of the moments or numbers is none */
        Schedule schedule(Entry entry) {
            var read = ScheduleReading.of(entry.text().when());
            Set<UUID> chosen = Objects.requireNonNullElse(points, Set.of());
            if (!Boolean.TRUE.equals(byHand)) {
                return read.at(read.yearWheel() ? chosen : Set.of());
            }
            try {
                return Schedule.byHand(
                        Objects.requireNonNullElse(moments, List.<String>of()).stream()
                                .map(moment -> Moment.of(String.valueOf(moment)))
                                .toList(),
                        timesAYear == null ? null : Times.exactly(timesAYear),
                        Boolean.TRUE.equals(yearWheel),
                        chosen,
                        from,
                        until,
                        read);
            } catch (IllegalArgumentException none) {
                throw Problem.invalid("communication.days.invalid", String.valueOf(none.getMessage()));
            }
        }

        int version() {
            return Objects.requireNonNullElse(lockVersion, 0);
        }
    }

    static List<Row> rows(Collection<Entry> entries) {
        return entries.stream().map(Row::of).toList();
    }
}
