package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.published.NotationKey;
import org.samklima.published.Texts;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Spaces within figures do not break; here they are written as an underscore, to be seen. */
class FigureTextTests {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final FigureTexts figures = new FigureTexts(new MessageBundles(new PathMatchingResourcePatternResolver()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | 47_140_421 | −1_234,5 | 8,45 | 12,3",
                "da | 47.140.421 | −1.234,5 | 8,45 | 12,3",
                "de | 47.140.421 | −1.234,5 | 8,45 | 12,3",
                "en | 47,140,421 | −1,234.5 | 8.45 | 12.3"
            })
    void numbers_are_written_as_the_language_does(
            String language, String large, String negative, String small, String middle) {
        var written = in(language);

        assertThat(seen(written.number(47_140_421))).isEqualTo(large);
        assertThat(seen(written.number(new BigDecimal("-1234.45"), 1))).isEqualTo(negative);
        assertThat(seen(written.number(8.449))).isEqualTo(small);
        assertThat(seen(written.number(new BigDecimal("12.345")))).isEqualTo(middle);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | 79_% | −33,7_% | +4,2_% | +12 | 62,5_%",
                "da | 79_% | −33,7_% | +4,2_% | +12 | 62,5_%",
                "de | 79_% | −33,7_% | +4,2_% | +12 | 62,5_%",
                "en | 79%  | −33.7%  | +4.2%  | +12 | 62.5%"
            })
    void shares_and_changes_are_written_as_the_language_does(
            String language, String share, String fall, String rise, String difference, String percentage) {
        var written = in(language);

        assertThat(seen(written.percent(new BigDecimal("0.791667")))).isEqualTo(share);
        assertThat(seen(written.change(new BigDecimal("-0.33714")))).isEqualTo(fall);
        assertThat(seen(written.change(0.042))).isEqualTo(rise);
        assertThat(written.signed(12, 0)).isEqualTo(difference);
        assertThat(seen(written.inPercent(new BigDecimal("62.50")))).isEqualTo(percentage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | 8_450 ton    | 712 tusen ton       | 47,1 miljoner ton",
                "da | 8.450 ton    | 712 tusind ton      | 47,1 mio. ton",
                "de | 8.450 Tonnen | 712 Tausend Tonnen  | 47,1 Millionen Tonnen",
                "en | 8,450 tonnes | 712 thousand tonnes | 47.1 million tonnes"
            })
    void tonnes_are_said_as_one_says_them(String language, String few, String many, String most) {
        var written = in(language);

        assertThat(seen(written.tonnesSaid(8_450))).isEqualTo(few);
        assertThat(seen(written.tonnesSaid(new BigDecimal("711999.6")))).isEqualTo(many);
        assertThat(seen(written.tonnesSaid(47_140_421))).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | 22 november 2026  | 22 nov. 2026  | 22 november 2026 kl. 00:30  | 00:30",
                "da | 22. november 2026 | 22. nov. 2026 | 22. november 2026 kl. 00.30 | 00.30",
                "de | 22. November 2026 | 22.11.2026    | 22. November 2026 um 00:30 Uhr  | 00:30",
                "en | 22 November 2026  | 22 Nov 2026   | 22 November 2026 at 00:30   | 00:30"
            })
    void dates_are_written_as_the_language_does_and_times_as_the_zone_shows_them(
            String language, String day, String shortDay, String moment, String time) {
        var written = in(language);
        var instant = Instant.parse("2026-11-21T23:30:00Z");

        assertThat(written.date(LocalDate.of(2026, 11, 22))).isEqualTo(day);
        assertThat(written.shortDate(LocalDate.of(2026, 11, 22))).isEqualTo(shortDay);
        assertThat(written.dateTime(instant, STOCKHOLM)).isEqualTo(moment);
        assertThat(written.date(instant, STOCKHOLM)).isEqualTo(day);
        assertThat(written.time(instant, STOCKHOLM)).isEqualTo(time);
    }

    @Test
    void rounding_is_half_up_and_nothing_is_below_zero_by_rounding() {
        var written = in("sv");

        assertThat(written.number(new BigDecimal("2.5"), 0)).isEqualTo("3");
        assertThat(written.number(new BigDecimal("-2.5"), 0)).isEqualTo("−3");
        assertThat(written.number(new BigDecimal("-0.04"), 1)).isEqualTo("0,0");
        assertThat(seen(written.change(new BigDecimal("0.0004")))).isEqualTo("0,0_%");
        assertThat(seen(written.change(new BigDecimal("-0.0004")))).isEqualTo("0,0_%");
        assertThat(seen(written.percent(new BigDecimal("0.005")))).isEqualTo("1_%");
    }

    @Test
    void what_is_missing_is_a_dash_and_never_zero() {
        var written = in("sv");

        assertThat(written.number(null)).isEqualTo("–").isEqualTo(written.number(null, 2));
        assertThat(written.percent(null)).isEqualTo("–").isEqualTo(written.change(null));
        assertThat(written.signed(null, 0)).isEqualTo("–").isEqualTo(written.tonnes(null));
        assertThat(written.tonnesSaid(null)).isEqualTo("–").isEqualTo(written.date(null));
        assertThat(written.time(null, STOCKHOLM)).isEqualTo("–").isEqualTo(written.dateTime(null, STOCKHOLM));
        assertThat(written.missingWord()).isEqualTo("uppgift saknas");
        assertThat(written.number(0)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"sv, inte uppskattat", "da, ikke opgjort", "de, nicht ermittelt", "en, not estimated"})
    void a_notation_key_is_explained(String language, String meaning) {
        assertThat(in(language).notation(NotationKey.NE)).isEqualTo(meaning);
    }

    @Test
    void a_text_is_shown_in_the_readers_language_or_the_networks() {
        var texts = Texts.of("sv", "Utsläpp").with("de", "Emissionen");

        assertThat(in("de").text(texts)).isEqualTo("Emissionen");
        assertThat(in("en").text(texts, "de")).isEqualTo("Emissionen");
        assertThat(in("en").text(texts)).isEqualTo("Utsläpp");
        assertThat(in("en").text(null)).isEmpty();
    }

    private FigureText in(String language) {
        return figures.in(Locale.of(language));
    }

    private static String seen(String figure) {
        return figure.replace('\u00a0', '_').replace('\u202f', '_');
    }
}
