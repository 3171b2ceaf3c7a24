package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFormatterTests {

    private final FigureFormatter formatter = new FigureFormatter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | 1 234,5     | 1234.5",
                "sv | 1234.5      | 1234.5",
                "sv | 1.234       | 1.234",
                "sv | −3,25       | -3.25",
                "sv | 47 140 421  | 47140421",
                "sv | ,5          | 0.5",
                "da | 1.234       | 1234",
                "da | 1.234,5     | 1234.5",
                "da | 1,234.5     | 1234.5",
                "de | 1.234.567   | 1234567",
                "de | 12.34       | 12.34",
                "de | 1'234,50    | 1234.50",
                "en | 1,234       | 1234",
                "en | 1,5         | 1.5",
                "en | 1,234,567.8 | 1234567.8",
                "en | +7          | 7"
            })
    void a_number_is_read_as_it_was_meant(String language, String typed, BigDecimal meant) throws ParseException {
        assertThat(formatter.parse(typed, Locale.of(language))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "tolv", "1,2,3", "1.2.3,4", "12,34,567", "1e6", "1 000 ton", "--3", "٣"})
    void what_is_no_number_is_refused(String typed) {
        assertThatThrownBy(() -> formatter.parse(typed, Locale.of("sv"))).isInstanceOf(ParseException.class);
    }

    @Test
    void a_number_that_takes_minutes_to_read_is_refused_at_once() {
        assertThatThrownBy(() -> formatter.parse("9".repeat(4_000_000), Locale.ENGLISH))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> formatter.parse("1,234".repeat(800_000), Locale.ENGLISH))
                .isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sv | 1234,50", "da | 1234,50", "de | 1234,50", "en | 1234.50"})
    void a_number_comes_back_as_the_language_writes_it(String language, String written) throws ParseException {
        var number = new BigDecimal("1234.50");

        assertThat(formatter.print(number, Locale.of(language))).isEqualTo(written);
        assertThat(formatter.parse(written, Locale.of(language))).isEqualTo(number);
    }
}
