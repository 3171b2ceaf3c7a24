package org.samklima.portal.planning.goals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal of the tenant's.
 *
 * @param archivedAt when it was put away; null while it is pursued
 * @param lockVersion counts its changes
 */
record Goal(
        UUID id, GoalTerms terms, @Nullable Instant archivedAt, int lockVersion, Instant createdAt, Instant changedAt) {

    public String title() {
        return terms.title();
    }

    public GoalKind kind() {
        return terms.kind();
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    Goal with(GoalTerms other, Instant now) {
        return new Goal(id, other, archivedAt, lockVersion + 1, createdAt, now);
    }

    Goal archived(@Nullable Instant at, Instant now) {
        return new Goal(id, terms, at, lockVersion + 1, createdAt, now);
    }
}
