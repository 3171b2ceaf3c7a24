package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answers are public. Questions that the network keeps to itself are not published at all.
 *
 * @param code the same between years, so that series survive a new wording
 * @param unit of a number
 * @param options of a choice
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Question(
        String code,
        QuestionKind kind,
        Texts text,
        @Nullable Texts unit,
        List<Option> options) {

    public Question {
        options = Lists.copy(options);
    }

    /** A permitted answer of a choice. */
    public record Option(String code, Texts text) {}
}
