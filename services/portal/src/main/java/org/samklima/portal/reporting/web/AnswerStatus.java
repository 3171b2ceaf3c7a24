package org.samklima.portal.reporting.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.AnswerError;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.report.GivenAnswer;

/**
 * What stands under the fields of a question: whether it is saved, by whom and when, or why not. It carries what the next
 * save has to send along.
 *
 * @param revision the answer that the person has seen
 * @param was fingerprint of what stood in the fields
 * @param origin where the answer was taken from; null if it was typed in, or there is none
 * @param theirRevision of what somebody else answered in the meantime: to replace it, one has to name it
 * @param errors why what is typed was not saved
 * @param theirs what somebody else answered in the meantime; null if nobody did, or they took it back
 */
record AnswerStatus(
        String question,
        Kind kind,
        int revision,
        String was,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable Origin origin,
        int theirRevision,
        List<AnswerError> errors,
        @Nullable ShownAnswer theirs) {

    enum Kind {
        /** Nobody answered yet. */
        NONE,
        /** Answered at some time before. */
        STANDS,
        /** Saved just now. */
        SAVED,
        /** Not saved: it does not suit the question. */
        REFUSED,
        /** Not saved: somebody else changed it in the meantime. */
        OVERTAKEN
    }

    /** As it was found. */
    static AnswerStatus standing(String question, @Nullable GivenAnswer given, Typed typed) {
        return given == null
                ? new AnswerStatus(question, Kind.NONE, 0, typed.fingerprint(), null, null, null, 0, List.of(), null)
                : of(given, typed.fields().isEmpty() ? Kind.NONE : Kind.STANDS, typed, given.changedAt());
    }

    static AnswerStatus saved(GivenAnswer given, Typed typed, Instant at) {
        return of(given, Kind.SAVED, typed, at);
    }

    private static AnswerStatus of(GivenAnswer given, Kind kind, Typed typed, Instant at) {
        return new AnswerStatus(
                given.question(),
                kind,
                given.revision(),
                typed.fingerprint(),
                given.changedBy(),
                at,
                given.origin(),
                0,
                List.of(),
                null);
    }

    /** What the fields are compared with next time stays as it was. */
    static AnswerStatus refused(String question, int revision, String was, List<AnswerError> errors) {
        return new AnswerStatus(question, Kind.REFUSED, revision, was, null, null, null, 0, errors, null);
    }

    /** The next save still replaces what the person has seen, so that only a deliberate choice replaces what is there now. */
    static AnswerStatus overtaken(
            String question, int revision, String was, @Nullable GivenAnswer theirs, @Nullable ShownAnswer shown) {
        return theirs == null
                ? new AnswerStatus(question, Kind.OVERTAKEN, revision, was, null, null, null, 0, List.of(), null)
                : new AnswerStatus(
                        question,
                        Kind.OVERTAKEN,
                        revision,
                        was,
                        theirs.changedBy(),
                        theirs.changedAt(),
                        null,
                        theirs.revision(),
                        List.of(),
                        shown);
    }

    public boolean is(Kind kind) {
        return this.kind == kind;
    }
}
