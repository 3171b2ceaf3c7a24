package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A finding about the whole network, always with its denominators: "79 %: 38 of the 48 that answered, of 52 members".
 *
 * @param code the same between years
 * @param text reads on after the figure: "of the members have a climate budget"
 * @param value a fraction for {@link Kind#SHARE} and {@link Kind#CHANGE} ({@code 0.791667} is 79 %, rounded half up to
 *     six decimals), else in {@link #unit}
 * @param holds how many it holds for; only for a share
 * @param answered how many answered, or for a change or mean of figures have the figures it takes
 * @param members how many members it concerns: those that the question is put to, or all that the edition speaks of
 * @param overTime how it stood before
 * @param question code of the {@link Question} it comes from, if any
 * @param indicator code of the {@link Indicator} it comes from, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(
        String code,
        Kind kind,
        Texts text,
        BigDecimal value,
        @Nullable Texts unit,
        @Nullable Integer holds,
        int answered,
        int members,
        @Nullable OverTime overTime,
        @Nullable String question,
        @Nullable String indicator) {

    /** What was reckoned. */
    public enum Kind {
        /** Those for whom it holds of those who answered. */
        SHARE,
        /** Over those who answered. */
        SUM,
        /** (Σ latest − Σ baseline) / Σ baseline over the members that have both. */
        CHANGE,
        /** Over those who answered. */
        MEAN
    }

    /**
     * A comparison on the members that answered in both years.
     *
     * @param members how many those are
     * @param before the value of the earlier year over them, in the statement's unit
     * @param after the value of the later year over them, in the statement's unit
     */
    public record OverTime(int fromYear, int toYear, int members, BigDecimal before, BigDecimal after) {}
}
