package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.tables.NumberReading.Reason;
import org.samklima.portal.tables.NumberReading.Rejected;

class NumberReadingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0              | 0
                    0,0            | 0.0
                    12184          | 12184
                    1 234,5        | 1234.5
                    1\u00A0234,5   | 1234.5
                    1\u202F234,5   | 1234.5
                    1\u2009234 567 | 1234567
                    1'234.5        | 1234.5
                    1’234.5        | 1234.5
                    1.234,5        | 1234.5
                    1,234.5        | 1234.5
                    1.234.567      | 1234567
                    1,234,567.89   | 1234567.89
                    5475,19        | 5475.19
                    12345,678      | 12345.678
                    0,123          | 0.123
                    0.123          | 0.123
                    ,5             | 0.5
                    1 234,567      | 1234.567
                    -5,5           | -5.5
                    \u22125,5      | -5.5
                    +5,5           | 5.5
                    - 5            | -5
                    1,5E3          | 1500
                    1.2e-3         | 0.0012
                    """)
    void what_can_be_read_in_one_way_only_is_read_so(String text, BigDecimal expected) {
        assertThat(read(text, NumberStyle.UNDECIDED)).isEqualTo(value(expected, false));
    }

    @Test
    void a_percentage_keeps_its_figure_and_says_that_it_is_one() {
        assertThat(read("12,5 %", NumberStyle.UNDECIDED)).isEqualTo(value(new BigDecimal("12.5"), true));
        assertThat(read("12%", NumberStyle.UNDECIDED)).isEqualTo(value(new BigDecimal("12"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "-12,345", "999.999"})
    void a_thousand_or_a_little_more_than_one_is_not_guessed(String text) {
        assertThat(read(text, NumberStyle.UNDECIDED)).isEqualTo(new Rejected(Reason.AMBIGUOUS, text));
    }

    @Test
    void the_columns_other_figures_settle_an_ambiguous_one() {
        assertThat(read("1,234", styleOf("5475,19", "1,234", "7"))).isEqualTo(value(new BigDecimal("1.234"), false));
        assertThat(read("1.234", styleOf("5475,19", "1.234"))).isEqualTo(value(new BigDecimal("1234"), false));
        assertThat(read("1,234", styleOf("5475.19", "1,234"))).isEqualTo(value(new BigDecimal("1234"), false));
        assertThat(read("1,234", styleOf("1,234,567", "1,234"))).isEqualTo(value(new BigDecimal("1234"), false));
    }

    @Test
    void a_column_that_says_nothing_or_contradicts_itself_settles_nothing() {
        assertThat(styleOf("1,234", "12")).isEqualTo(NumberStyle.UNDECIDED);
        assertThat(styleOf("1,5", "1.5")).isEqualTo(NumberStyle.UNDECIDED);
        assertThat(styleOf("Ekby", "-", "")).isEqualTo(NumberStyle.UNDECIDED);
    }

    @Test
    void a_number_written_in_another_style_than_decided_is_refused_rather_than_bent() {
        assertThat(read("1.5", NumberStyle.DECIMAL_COMMA)).isEqualTo(new Rejected(Reason.OTHER_STYLE, "1.5"));
        assertThat(read("1,234,567", NumberStyle.DECIMAL_COMMA)).isInstanceOf(Rejected.class);
        assertThat(read("1.234,5", NumberStyle.DECIMAL_POINT)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "12 t",
                "5-",
                "(5)",
                "1,2,3",
                "1.2.3",
                "1 23",
                "12 34 567",
                "1,234.567,8",
                "1 234.567.8",
                "--5",
                "0x1F",
                "1e999999999",
                "NaN",
                "Infinity",
                "1,,5",
                "5,",
                "∞",
                "½",
                "1'23"
            })
    void what_is_no_number_is_refused(String text) {
        assertThat(read(text, NumberStyle.UNDECIDED)).isEqualTo(new Rejected(Reason.NOT_A_NUMBER, text));
    }

    @Test
    void nothing_is_never_zero() {
        assertThat(read("", NumberStyle.UNDECIDED)).isEqualTo(new NumberReading.Blank());
        assertThat(read(" \u00A0", NumberStyle.UNDECIDED)).isEqualTo(new NumberReading.Blank());
        for (var mark : Arrays.asList("-", "–", "—", "..", ".", "…", "n/a")) {
            assertThat(read(mark, NumberStyle.UNDECIDED)).isEqualTo(new NumberReading.Missing(mark));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "NE", "IE", "C"})
    void notation_keys_are_kept(String key) {
        assertThat(read(key, NumberStyle.UNDECIDED)).isEqualTo(new NumberReading.Notation(key));
    }

    @Test
    void a_workbooks_own_figures_need_no_style() {
        var figure = new Cell.Figure(new BigDecimal("1.234"), false);

        assertThat(NumberReading.of(figure, NumberStyle.DECIMAL_COMMA))
                .isEqualTo(value(new BigDecimal("1.234"), false));
    }

    private static NumberReading read(String text, NumberStyle style) {
        return NumberReading.of(new Cell.Text(text), style);
    }

    private static NumberReading value(BigDecimal value, boolean percent) {
        return new NumberReading.Value(value, percent);
    }

    private static NumberStyle styleOf(String... texts) {
        var evidence = new NumberEvidence();
        for (var text : texts) {
            evidence.add(new Cell.Text(text));
        }
        return evidence.style();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | 1,5 | 1.5",
                "sv | 1 234,5 | 1234.5",
                "sv | 1.5 | 1.5",
                "en | 1.5 | 1.5",
                "en | 1,234.5 | 1234.5",
            })
    void what_is_typed_on_a_page_is_read_as_its_language_writes_and_otherwise_where_it_means_one_thing(
            String language, String typed, BigDecimal number) {
        assertThat(NumberReading.ofTyped(typed, Locale.of(language)))
                .isInstanceOfSatisfying(
                        NumberReading.Value.class,
                        value -> assertThat(value.value()).isEqualByComparingTo(number));
    }
}
