package org.samklima.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.published.NotationKey;
import org.samklima.published.Texts;
import org.springframework.context.MessageSource;

/**
 * Figures, dates and texts as one language writes them; templates see it as {@code #figures}, other code gets it from
 * {@link FigureTexts}. Values are exact until they are written: rounding is half up, a value that rounds to zero has no sign,
 * a negative one has the true minus sign, and a missing one is {@value #MISSING}.
 */
public final class FigureText {

    /** Stands for a value that is not there; the fragments of {@code shell/components} add the word for screen readers. */
    public static final String MISSING = "–";

    private static final char MINUS = '−';
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Locale language;
    private final Locale writing;
    private final MessageSource messages;
    private final DecimalFormat number;
    private final DecimalFormat percent;

    FigureText(Locale language, MessageSource messages) {
        this.language = language;
        this.writing = Languages.writing(language);
        this.messages = messages;
        this.number = withTrueMinus((DecimalFormat) NumberFormat.getNumberInstance(writing));
        this.percent = withTrueMinus((DecimalFormat) NumberFormat.getPercentInstance(writing));
    }

    private static DecimalFormat withTrueMinus(DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign(MINUS);
        format.setDecimalFormatSymbols(symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** With as many decimals as its size makes worth reading: 8.45, 12.3, 712; a whole number has none. */
    public String number(@Nullable Number value) {
        return value == null ? MISSING : number(value, worthwhileDecimals(exact(value)));
    }

    public String number(@Nullable Number value, int decimals) {
        return value == null ? MISSING : write(number, exact(value).setScale(decimals, RoundingMode.HALF_UP), decimals);
    }

    /** With a sign also when it is positive: a difference. */
    public String signed(@Nullable Number value, int decimals) {
        return value == null ? MISSING : sign(value, decimals) + number(value, decimals);
    }

    /** @param fraction 0.79 is 79 per cent */
    public String percent(@Nullable Number fraction) {
        return percent(fraction, 0);
    }

    /** @param fraction 0.79 is 79 per cent */
    public String percent(@Nullable Number fraction, int decimals) {
        return fraction == null
                ? MISSING
                : write(percent, exact(fraction).setScale(decimals + 2, RoundingMode.HALF_UP), decimals);
    }

    /**
     * A value and the sign of its unit, where that is per cent.
     *
     * @param value 62.5 is 62.5 per cent
     */
    public String inPercent(@Nullable Number value) {
        return value == null ? MISSING : percent(exact(value).movePointLeft(2), worthwhileDecimals(exact(value)));
    }

    /** Whether a unit belongs to the figure as a sign and is no word of its own. */
    public static boolean isPercent(@Nullable String unit) {
        return unit != null && unit.strip().equals("%");
    }

    /**
     * A relative change, with one decimal and always with its sign.
     *
     * @param fraction −0.337 is a fall by 33.7 per cent
     */
    public String change(@Nullable Number fraction) {
        return fraction == null ? MISSING : sign(fraction, 3) + percent(fraction, 1);
    }

    /** Tonnes to the last one, with their unit. */
    public String tonnes(@Nullable Number tonnes) {
        return tonnes == null ? MISSING : word("pages.figure.tonnes", number(tonnes, 0));
    }

    /** Tonnes as one says them: 8,450 tonnes, 712 thousand tonnes, 47.1 million tonnes. */
    public String tonnesSaid(@Nullable Number tonnes) {
        if (tonnes == null) {
            return MISSING;
        }
        var exact = exact(tonnes);
        var size = exact.abs();
        if (size.compareTo(MILLION) >= 0) {
            return word("pages.figure.tonnes.million", number(exact.movePointLeft(6), 1));
        }
        return size.compareTo(THOUSAND.multiply(BigDecimal.TEN)) >= 0
                ? word("pages.figure.tonnes.thousand", number(exact.movePointLeft(3), 0))
                : tonnes(exact);
    }

    /** A day: 22 November 2026. */
    public String date(@Nullable LocalDate day) {
        return day == null
                ? MISSING
                : at(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)).format(day);
    }

    /** A day where there is little room: 22 Nov 2026. */
    public String shortDate(@Nullable LocalDate day) {
        return day == null
                ? MISSING
                : at(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)).format(day);
    }

    /** A moment as the clocks of the zone show it: 22 November 2026 at 14:02. */
    public String dateTime(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? MISSING : word("pages.figure.moment", date(moment, zone), time(moment, zone));
    }

    /** The day of a moment in the zone. */
    public String date(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? MISSING : date(moment.atZone(zone).toLocalDate());
    }

    /** The time of day of a moment in the zone: 14:02. */
    public String time(@Nullable Instant moment, ZoneId zone) {
        return moment == null
                ? MISSING
                : at(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)).format(moment.atZone(zone));
    }

    /** In this language, else in the one it was first written in. */
    public String text(@Nullable Texts texts) {
        return texts == null ? "" : texts.in(language.getLanguage());
    }

    /** In this language, else in the fallback (the network's own), else in the one it was first written in. */
    public String text(@Nullable Texts texts, String fallback) {
        return texts == null ? "" : texts.in(language.getLanguage(), fallback);
    }

    /** What a screen reader says for {@value #MISSING}. */
    public String missingWord() {
        return word("pages.figure.missing");
    }

    /** Why there is no value, in words. */
    public String notation(NotationKey key) {
        return word("pages.notation." + key.name());
    }

    /** Code of the language, as an {@code html lang} attribute takes it. */
    public String language() {
        return language.getLanguage();
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private DateTimeFormatter at(DateTimeFormatter formatter) {
        return formatter.withLocale(writing);
    }

    private static String sign(Number value, int decimals) {
        return exact(value).setScale(decimals, RoundingMode.HALF_UP).signum() > 0 ? "+" : "";
    }

    private static int worthwhileDecimals(BigDecimal value) {
        if (value.stripTrailingZeros().scale() <= 0 || value.abs().compareTo(BigDecimal.valueOf(100)) >= 0) {
            return 0;
        }
        return value.abs().compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
    }

    private static BigDecimal exact(Number value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }

    /** Formats are not safe to share between threads, so each use takes its copy. */
    private static String write(DecimalFormat shared, BigDecimal rounded, int decimals) {
        var format = (DecimalFormat) shared.clone();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded);
    }
}
