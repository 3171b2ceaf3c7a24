package org.samklima.portal.reporting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Until when each member may hand in.
 *
 * @param general for all that have no extension of their own
 * @param extended by member, those that are later than the general one
 */
public record Deadlines(Deadline general, Map<UUID, Deadline> extended) {

    public Deadlines {
        extended = Map.copyOf(extended);
    }

    /** Of a closed round, the extensions granted since it closed are in force, and no others. */
    static Deadlines of(Round round, List<Extension> extensions, ZoneId zone) {
        var general = round.deadline(zone);
        var extended = new LinkedHashMap<UUID, Deadline>();
        for (var extension : extensions) {
            var member = extension.memberId();
            if (member != null && isInForce(round, extension)) {
                extended.put(member, new Deadline(extension.deadline(), zone));
            }
        }
        extended.values().removeIf(deadline -> round.is(RoundState.OPEN) && deadline.compareTo(general) <= 0);
        return new Deadlines(general, extended);
    }

    private static boolean isInForce(Round round, Extension extension) {
        var closedAt = round.closedAt();
        return closedAt == null || extension.grantedAt().isAfter(closedAt);
    }

    public Deadline of(UUID member) {
        return extended.getOrDefault(member, general);
    }

    /** When nobody may hand in any more. */
    public Deadline last() {
        return Stream.concat(Stream.of(general), extended.values().stream())
                .max(Deadline::compareTo)
                .orElseThrow();
    }

    /** The days of the extensions, as they are published. */
    Map<UUID, LocalDate> days() {
        var days = new LinkedHashMap<UUID, LocalDate>();
        extended.forEach((member, deadline) -> days.put(member, deadline.day()));
        return days;
    }
}
