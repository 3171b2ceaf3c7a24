package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is special about one year of one member's figures: a notation key in place of the value, another source, or a
 * correction by the member itself.
 *
 * @param notation stands where the value is null and needs an explanation
 * @param source code of this figure's {@link Source} if it is not the row's
 * @param explanation in the words of whoever entered the figure, in their language
 * @param replaced the official value that the member corrected; kept so that both can be shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remark(
        int year,
        @Nullable NotationKey notation,
        @Nullable String source,
        @Nullable String explanation,
        @Nullable BigDecimal replaced) {}
