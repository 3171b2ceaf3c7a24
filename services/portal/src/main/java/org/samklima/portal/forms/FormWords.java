package org.samklima.portal.forms;

import java.util.Locale;

/** How constants are written in the report form file: {@code YES_NO} as {@code yes-no}, {@code AT_LEAST} as {@code atLeast}. */
final class FormWords {

    private FormWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String comparison(Condition.Comparison comparison) {
        return switch (comparison) {
            case EQUAL_TO -> "equalTo";
            case AT_LEAST -> "atLeast";
            case MORE_THAN -> "moreThan";
            case AT_MOST -> "atMost";
            case LESS_THAN -> "lessThan";
        };
    }
}
