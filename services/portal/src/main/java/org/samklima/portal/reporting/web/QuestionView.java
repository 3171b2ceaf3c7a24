package org.samklima.portal.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Visibility;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.report.Note;
import org.samklima.portal.reporting.report.PlannedAnswers;

/**
 * A question on its page.
 *
 * @param number as it is counted on the page, "3.2"
 * @param asked whether it is put to the member now; else its place is kept empty
 * @param typed what stands in its fields
 * @param shown the answer to be read, where it cannot be changed; null if there is none
 * @param origin where the answer was taken from; null if it was typed in, or there is none
 * @param proposals what it could be answered with; none once it is answered
 * @param lastTime what was answered in the earlier report; null if nothing, or if that is proposed
 * @param returned why the network sent it back; null if it did not
 */
record QuestionView(
        Question question,
        String number,
        boolean asked,
        Typed typed,
        @Nullable ShownAnswer shown,
        AnswerStatus status,
        @Nullable Origin origin,
        List<Offer> proposals,
        @Nullable LastTime lastTime,
        @Nullable String returned,
        List<Note> notes) {

    /** A proposal to be read and accepted. */
    record Offer(String id, ShownAnswer answer, Origin origin) {}

    /** @param year of the earlier report */
    record LastTime(int year, ShownAnswer answer) {}

    public QuestionView with(TypedAnswers.Attempt attempt) {
        return new QuestionView(
                question,
                number,
                asked,
                attempt.typed(),
                shown,
                attempt.status(),
                origin,
                proposals,
                lastTime,
                returned,
                notes);
    }

    public boolean isPublic() {
        return question.visibility() == Visibility.PUBLIC;
    }

    public boolean isUnsaved() {
        return status.is(AnswerStatus.Kind.REFUSED) || status.is(AnswerStatus.Kind.OVERTAKEN);
    }

    /** Whether it can be answered from the member's own work. */
    public boolean isPlannable() {
        return PlannedAnswers.canAnswer(question);
    }

    public String code() {
        return question.code();
    }

    /** Which fields it has. */
    public String kind() {
        return question.kind().name().name();
    }
}
