package org.samklima.portal.planning.activities;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.files.StoredFile;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;

/**
 * An entry of an activity's log.
 *
 * @param authorId null for what the system itself wrote
 * @param version grows with each correction
 */
public record LogEntry(
        UUID id,
        UUID activityId,
        LogNote note,
        @Nullable UUID authorId,
        String author,
        Instant writtenAt,
        int version,
        List<StoredFile> files) {

    public LogEntry {
        files = List.copyOf(files);
    }

    public List<StoredFile> pictures() {
        return files.stream().filter(StoredFile::isPicture).toList();
    }

    /** What is attached and no picture. */
    public List<StoredFile> documents() {
        return files.stream().filter(file -> !file.isPicture()).toList();
    }

    /** Its author, and those who keep the climate work. */
    public boolean mayBeChangedBy(Actor actor) {
        return actor.has(Role.COORDINATOR, Role.STAFF)
                || (authorId != null && authorId.equals(actor.id()) && actor.has(Role.CONTRIBUTOR));
    }

    /** @throws Problem if that is not for them */
    void requireChangeableBy(Actor actor) {
        if (!mayBeChangedBy(actor)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "activities.log.not-yours", author);
        }
    }
}
