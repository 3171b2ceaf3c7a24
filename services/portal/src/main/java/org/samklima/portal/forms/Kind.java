package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.published.QuestionKind;
import org.samklima.published.Texts;

/** What kind of answer a question asks for, with the kind's own settings. */
public sealed interface Kind {

    /** The kind's name, as the published shelf knows it. */
    QuestionKind name();

    /** Kinds answered by one number, which earns points by {@link #bands}, or by a notation key. */
    sealed interface Numeric extends Kind {

        Range range();

        /** In ascending order; empty if the number earns no points. */
        List<Band> bands();
    }

    /** A number with its unit. */
    record Number(Texts unit, Range range, List<Band> bands) implements Numeric {

        public Number {
            bands = List.copyOf(bands);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.NUMBER;
        }
    }

    /** A part of a whole, from 0 to 100. What may be negative or greater is a {@link Number} with the unit %. */
    record Percentage(int decimals, List<Band> bands) implements Numeric {

        public Percentage {
            bands = List.copyOf(bands);
        }

        @Override
        public Range range() {
            return new Range(BigDecimal.ZERO, BigDecimal.valueOf(100), decimals);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.PERCENTAGE;
        }
    }

    /**
     * An indicator's value, prefilled from the member's observations.
     *
     * @param indicator its code
     * @param yearOffset which year is asked for: 0 is the round's own, -1 the year before
     * @param sector none asks for the total
     */
    record Indicator(
            String indicator, int yearOffset, @Nullable String sector, Texts unit, Range range, List<Band> bands)
            implements Numeric {

        public Indicator {
            Codes.checked(indicator);
            if (sector != null) {
                Codes.checked(sector);
            }
            bands = List.copyOf(bands);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.INDICATOR;
        }
    }

    /**
     * An indicator's values by sector and year, prefilled from the member's observations. Gives no points.
     *
     * @param yearOffsets as {@link Indicator#yearOffset}, the columns in order
     * @param sectors the rows in order
     */
    record IndicatorTable(String indicator, List<Integer> yearOffsets, List<Sector> sectors, Texts unit, Range range)
            implements Kind {

        public IndicatorTable {
            Codes.checked(indicator);
            yearOffsets = List.copyOf(yearOffsets);
            sectors = List.copyOf(sectors);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.INDICATOR_TABLE;
        }

        /** A row of the table. */
        public record Sector(String code, Texts text) {

            public Sector {
                Codes.checked(code);
            }
        }
    }

    /** Yes or no, with points for yes. */
    record YesNo(BigDecimal points) implements Kind {

        public YesNo {
            points = Decimals.normal(points);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.YES_NO;
        }
    }

    /** Kinds answered by options. */
    sealed interface Choice extends Kind {

        List<Option> options();

        default Optional<Option> option(String code) {
            return options().stream()
                    .filter(option -> option.code().equals(code))
                    .findFirst();
        }
    }

    /** One option of these. */
    record OneOf(List<Option> options) implements Choice {

        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.ONE_OF;
        }
    }

    /** One or more options of these. */
    record SeveralOf(List<Option> options) implements Choice {

        public SeveralOf {
            options = List.copyOf(options);
        }

        @Override
        public QuestionKind name() {
            return QuestionKind.SEVERAL_OF;
        }
    }

    /**
     * The member's own words. Gives no points.
     *
     * @param maxLength in characters as a reader counts them (Unicode code points)
     */
    record FreeText(int maxLength) implements Kind {

        @Override
        public QuestionKind name() {
            return QuestionKind.TEXT;
        }
    }

    /** A day. Gives no points. */
    record Day() implements Kind {

        @Override
        public QuestionKind name() {
            return QuestionKind.DATE;
        }
    }

    /** A link, or a reference by which a document is found in the member's archive. Gives no points. */
    record Evidence() implements Kind {

        @Override
        public QuestionKind name() {
            return QuestionKind.EVIDENCE;
        }
    }
}
