package org.samklima.portal.tables;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text taken apart as a number, before it is decided what its separators mean.
 *
 * @param negative whether a minus sign stands before it
 * @param digits digits with the commas, points and other separators between them; spaces of any kind are one kind
 * @param exponent of the scientific notation, 0 without
 * @param percent whether a percent sign follows
 * @param decimal the decimal separator as far as the text alone tells, else {@link #NONE}
 * @param grouping the separator of thousands as far as the text alone tells, else {@link #NONE}
 */
record WrittenNumber(boolean negative, String digits, int exponent, boolean percent, char decimal, char grouping) {

    static final char NONE = 0;

    private static final char SPACE = ' ';
    private static final int MOST_DIGITS = 40;

    private static final Pattern SHAPE =
            Pattern.compile("(?<sign>[-+\u2212\u2013])? ?(?<digits>(?:\\d[\\d., ']*|[.,]\\d[\\d ']*))"
                    + "(?:[eE](?<exponent>[-+\u2212]?\\d{1,2}))? ?(?<percent>%)?");

    /** Null where the text is no number in any style. */
    static @Nullable WrittenNumber of(String text) {
        var matcher = SHAPE.matcher(normalized(text));
        if (!matcher.matches()) {
            return null;
        }
        var digits = Spaces.strip(matcher.group("digits"));
        var sign = matcher.group("sign");
        var exponent = matcher.group("exponent");
        var number = new WrittenNumber(
                sign != null && !sign.equals("+"),
                digits,
                exponent == null ? 0 : Integer.parseInt(exponent.replace('\u2212', '-')),
                matcher.group("percent") != null,
                decimalOf(digits),
                groupingOf(digits));
        return number.isWellFormed() ? number : null;
    }

    /** True for the like of 1,234 and 1.234: a thousand and more in one style, a little more than one in the other. */
    boolean isAmbiguous() {
        return decimal == NONE && grouping == NONE && separator() != NONE;
    }

    /** The value in a style, or null where the text cannot be written so. */
    @Nullable BigDecimal in(NumberStyle style) {
        char decimalHere = decimal;
        if (style != NumberStyle.UNDECIDED) {
            char expected = style == NumberStyle.DECIMAL_COMMA ? ',' : '.';
            if (isAmbiguous()) {
                decimalHere = separator() == expected ? expected : NONE;
            } else if (decimal != NONE && decimal != expected || grouping == expected) {
                return null;
            }
        }
        return value(decimalHere);
    }

    private BigDecimal value(char decimalHere) {
        var plain = new StringBuilder(negative ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            char character = digits.charAt(i);
            if (character == decimalHere) {
                plain.append('.');
            } else if (Character.isDigit(character)) {
                plain.append(character);
            }
        }
        var value = new BigDecimal(plain.toString()).scaleByPowerOfTen(exponent);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The comma or point of an ambiguous number. */
    private char separator() {
        return digits.indexOf(',') >= 0 ? ',' : digits.indexOf('.') >= 0 ? '.' : NONE;
    }

    private static String normalized(String text) {
        var normalized = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            normalized.append(Spaces.isSpace(character) ? SPACE : character == '\u2019' ? '\'' : character);
        }
        return Spaces.strip(normalized.toString());
    }

    private static char decimalOf(String digits) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? ',' : '.';
        }
        int at = Math.max(comma, point);
        if (at < 0) {
            return NONE;
        }
        char separator = digits.charAt(at);
        if (digits.indexOf(separator) < at || couldGroup(digits, at)) {
            return NONE;
        }
        return separator;
    }

    /** Whether the only comma or point could stand between thousands. */
    private static boolean couldGroup(String digits, int at) {
        var whole = digits.substring(0, at);
        return digits.length() - at - 1 == 3 && whole.matches("[1-9]\\d{0,2}");
    }

    private static char groupingOf(String digits) {
        for (char separator : new char[] {SPACE, '\''}) {
            if (digits.indexOf(separator) >= 0) {
                return separator;
            }
        }
        char decimal = decimalOf(digits);
        if (decimal != NONE) {
            char other = decimal == ',' ? '.' : ',';
            return digits.indexOf(other) >= 0 ? other : NONE;
        }
        for (char separator : new char[] {',', '.'}) {
            if (digits.indexOf(separator) != digits.lastIndexOf(separator)) {
                return separator;
            }
        }
        return NONE;
    }

    /** Groups of three, one kind of separator between them, one decimal separator after them. */
    private boolean isWellFormed() {
        int end = decimal == NONE ? digits.length() : digits.indexOf(decimal);
        var whole = digits.substring(0, end);
        var fraction = digits.substring(Math.min(digits.length(), end + 1));
        boolean wholeFits = grouping == NONE
                ? whole.matches("\\d*") || isAmbiguous()
                : whole.matches("\\d{1,3}(?:" + Pattern.quote(String.valueOf(grouping)) + "\\d{3})+");
        boolean fractionFits = decimal == NONE ? fraction.isEmpty() : fraction.matches("\\d+");
        boolean plain = exponent == 0 || grouping == NONE;
        return wholeFits && fractionFits && plain && digits.length() <= MOST_DIGITS;
    }
}
