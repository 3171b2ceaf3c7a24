package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's public answer to one question; exactly one of the values is set, as the question's kind asks. A question
 * that was left unanswered has no answer here: it is not the same as a notation key.
 *
 * @param question code of a {@link Question}
 * @param number a number, or a percentage where 100 is everything
 * @param options codes of the chosen options, one or several
 * @param text free text, the title of the evidence, or the explanation of the notation key, in the member's own words
 * @param link address of the evidence, always http or https
 * @param notApplicable the member says that the question does not concern it
 * @param notation why there is no number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Answer(
        String question,
        @Nullable Boolean yes,
        @Nullable BigDecimal number,
        List<String> options,
        @Nullable String text,
        @Nullable LocalDate date,
        @Nullable String link,
        boolean notApplicable,
        @Nullable NotationKey notation) {

    public Answer {
        options = Lists.copy(options);
        WebAddress.check(link);
    }

    public static Answer yesNo(String question, boolean yes) {
        return new Answer(question, yes, null, List.of(), null, null, null, false, null);
    }

    public static Answer number(String question, BigDecimal number) {
        return new Answer(question, null, number, List.of(), null, null, null, false, null);
    }

    public static Answer chosen(String question, List<String> options) {
        return new Answer(question, null, null, options, null, null, null, false, null);
    }

    public static Answer text(String question, String text) {
        return new Answer(question, null, null, List.of(), text, null, null, false, null);
    }

    public static Answer date(String question, LocalDate date) {
        return new Answer(question, null, null, List.of(), null, date, null, false, null);
    }

    public static Answer evidence(String question, @Nullable String title, String link) {
        return new Answer(question, null, null, List.of(), title, null, link, false, null);
    }

    public static Answer notApplicable(String question) {
        return new Answer(question, null, null, List.of(), null, null, null, true, null);
    }

    public static Answer noValue(String question, NotationKey key, String explanation) {
        return new Answer(question, null, null, List.of(), explanation, null, null, false, key);
    }
}
