package org.samklima.pages;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/**
 * Reads and writes the numbers people type into forms. Either separator is understood where it can only mean one thing:
 * "1 234,5", "1.234,5", "1,234.5" and "−3"; "1.234" is a thousand where the language groups digits with a point (Danish,
 * German) and one and a bit elsewhere.
 */
final class FigureFormatter implements Formatter<BigDecimal> {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009']");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(\\D\\d{3})+(\\D\\d*)?");

    /** Reading a number of a million digits takes minutes; none of a report has a hundred. */
    private static final int LONGEST = 100;

    @Override
    public BigDecimal parse(String text, Locale locale) throws ParseException {
        if (text.length() > LONGEST) {
            throw new ParseException(text.substring(0, LONGEST), 0);
        }
        var typed = SPACES.matcher(text).replaceAll("").replace('−', '-');
        char decimal = decimalSeparator(typed, DecimalFormatSymbols.getInstance(Languages.writing(locale)));
        var plain = typed.replace(decimal == ',' ? "." : ",", "").replace(decimal, '.');
        boolean grouped = plain.replace(".", "").length()
                < typed.replace(String.valueOf(decimal), "").length();
        if (!PLAIN.matcher(plain).matches()
                || (grouped && !GROUPED.matcher(typed).matches())) {
            throw new ParseException(text, 0);
        }
        return new BigDecimal(plain);
    }

    private static char decimalSeparator(String typed, DecimalFormatSymbols symbols) {
        int comma = typed.lastIndexOf(',');
        int point = typed.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? ',' : '.';
        }
        char only = comma >= 0 ? ',' : '.';
        boolean repeated = typed.indexOf(only) != typed.lastIndexOf(only);
        boolean thousand =
                only == symbols.getGroupingSeparator() && GROUPED.matcher(typed).matches();
        char other = only == ',' ? '.' : ',';
        return repeated || thousand ? other : only;
    }

    @Override
    public String print(BigDecimal value, Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(Languages.writing(locale));
        return value.toPlainString().replace('.', symbols.getDecimalSeparator());
    }
}
