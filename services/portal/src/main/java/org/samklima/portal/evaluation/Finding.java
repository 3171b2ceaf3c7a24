package org.samklima.portal.evaluation;

import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Fraction;
import org.samklima.published.Texts;

/**
 * What can be said of the whole network, with its denominators; exact, rounded only by who shows it. Somebody answered:
 * a share of nobody is not found.
 *
 * @param code the same between years: the form, the question, and the option or measure, with points between
 * @param value a fraction for {@link Measure#SHARE}, {@link Measure#CHANGE} and {@link Measure#MEAN_CHANGE}; else in the
 *     unit
 * @param unit of a sum or mean
 * @param holds how many it holds for; only of a share
 * @param counted how many members' answers or figures it takes
 * @param members how many members it concerns: those that the question is put to, or all
 * @param overTime how it stood before, if it can be compared
 */
public record Finding(
        String code,
        About about,
        Measure measure,
        Fraction value,
        @Nullable Texts unit,
        @Nullable Integer holds,
        int counted,
        int members,
        @Nullable OverTime overTime) {

    /** How it is reckoned. */
    public enum Measure {
        /** Those for whom it holds, of those who answered. */
        SHARE,
        /** Over those who answered. */
        SUM,
        /** Over those who answered. */
        MEAN,
        /** (Σ latest − Σ baseline) / Σ baseline over the members that have both. */
        CHANGE,
        /** The mean of the members' own changes since the baseline: every member counts alike, however small. */
        MEAN_CHANGE
    }

    /** What it speaks of. */
    public sealed interface About {

        /**
         * The answers to a question.
         *
         * @param option of a choice, the one that a share holds for
         */
        record OfQuestion(
                String form, String question, @Nullable String option) implements About {}

        /**
         * The figures of an indicator.
         *
         * @param since the year that a change is counted from
         */
        record OfIndicator(String indicator, @Nullable Integer since, int year) implements About {}
    }

    /**
     * The same measure in an earlier year and now, both over the members that are there both times.
     *
     * @param members how many those are
     */
    public record OverTime(int fromYear, int toYear, int members, Fraction before, Fraction after) {}
}
