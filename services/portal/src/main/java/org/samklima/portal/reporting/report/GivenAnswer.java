package org.samklima.portal.reporting.report;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.reporting.Origin;

/**
 * What stands at one question of a draft.
 *
 * @param answer null if it was taken back, or there is only a comment
 * @param comment to the network, sent along; empty if there is none
 * @param origin where the answer was taken from; null if it was typed in
 * @param revision grows by one with each change, so that a later editor notices
 * @param changedBy the name of whoever changed it last
 */
public record GivenAnswer(
        String question,
        @Nullable Answer answer,
        String comment,
        @Nullable Origin origin,
        int revision,
        String changedBy,
        Instant changedAt) {

    /** Those of them that are answers, as a form is filled in with them. */
    static Answers answers(Collection<GivenAnswer> given) {
        Map<String, Answer> byQuestion = new HashMap<>();
        given.forEach(each -> {
            if (each.answer() != null) {
                byQuestion.put(each.question(), each.answer());
            }
        });
        return new Answers(byQuestion);
    }

    /** Whether it was taken from something of the member's own that may have changed since. */
    public boolean isRefreshable() {
        return answer != null && origin != null && origin.source().isRefreshable();
    }

    boolean says(@Nullable Answer answer, String comment) {
        return Objects.equals(this.answer, answer) && this.comment.equals(comment);
    }
}
