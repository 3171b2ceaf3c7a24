package org.samklima.portal.reporting.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one colleague wrote to the others beside a question; never sent to anyone. */
public record Note(
        UUID id, String question, String body, @Nullable UUID authorId, String author, Instant writtenAt) {}
