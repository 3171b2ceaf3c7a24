package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.List;

/**
 * What must hold of an earlier answer for a question to be shown. It never holds of a question that is itself not shown,
 * not answered or wrongly answered.
 */
public sealed interface Condition {

    /** The code of the earlier question. */
    String question();

    boolean holds(Answer answer);

    /** Any answer at all, a notation key included; not applicable is none. */
    record Answered(String question) implements Condition {

        @Override
        public boolean holds(Answer answer) {
            return true;
        }
    }

    /** A yes/no question was answered so. */
    record Says(String question, boolean yes) implements Condition {

        @Override
        public boolean holds(Answer answer) {
            return answer instanceof Answer.YesNo(boolean said) && said == yes;
        }
    }

    /** Of a choice, one of these options was chosen, perhaps among others. */
    record Chose(String question, List<String> options) implements Condition {

        public Chose {
            options = List.copyOf(options);
        }

        @Override
        public boolean holds(Answer answer) {
            return switch (answer) {
                case Answer.OneOf(String option) -> options.contains(option);
                case Answer.SeveralOf(List<String> chosen) -> chosen.stream().anyMatch(options::contains);
                default -> false;
            };
        }
    }

    /** The number stands so to the value. A notation key is no number. */
    record Compares(String question, Comparison comparison, BigDecimal value) implements Condition {

        public Compares {
            value = Decimals.normal(value);
        }

        @Override
        public boolean holds(Answer answer) {
            return answer instanceof Answer.Amount(BigDecimal number) && comparison.holds(number.compareTo(value));
        }
    }

    /** How two numbers stand to each other. */
    enum Comparison {
        EQUAL_TO,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN;

        private boolean holds(int sign) {
            return switch (this) {
                case EQUAL_TO -> sign == 0;
                case AT_LEAST -> sign >= 0;
                case MORE_THAN -> sign > 0;
                case AT_MOST -> sign <= 0;
                case LESS_THAN -> sign < 0;
            };
        }
    }
}
