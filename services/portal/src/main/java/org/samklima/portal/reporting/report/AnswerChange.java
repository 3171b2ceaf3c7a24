package org.samklima.portal.reporting.report;

import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;

/**
 * What somebody wants to stand at a question.
 *
 * @param answer null takes it back
 * @param comment to the network, sent along; may be empty
 * @param seenRevision of the answer that this is to replace, as it was read; 0 if there was none, {@link #WHATEVER} to
 *     replace whatever stands there
 */
public record AnswerChange(@Nullable Answer answer, String comment, int seenRevision) {

    public static final int WHATEVER = -1;

    public static final int LONGEST_COMMENT = 2000;

    public AnswerChange {
        comment = comment.strip();
    }

    boolean hasSeen(int revision) {
        return seenRevision == WHATEVER || seenRevision == revision;
    }
}
