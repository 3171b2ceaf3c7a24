package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.samklima.pages.ChartData.Series;

class ChartDataTests {

    private static final ChartData CHART = ChartData.lines(Locale.of("sv"), "Utsläppen minskar")
            .of("Utsläpp", "ton", 0)
            .over("År", List.of("2022", "2023", "2024"))
            .with(Series.measured("Nyby", Arrays.asList(BigDecimal.TEN, null, new BigDecimal("0"))))
            .from("Statistik 2026")
            .named("nyby");

    @Test
    void a_missing_year_is_null_in_json_and_zero_stays_zero() {
        assertThat(CHART.json())
                .isEqualTo(
                        "{\"kind\":\"lines\",\"language\":\"sv\",\"title\":\"Utsläppen minskar\",\"measure\":\"Utsläpp\","
                                + "\"unit\":\"ton\",\"decimals\":0,\"categoryName\":\"År\",\"categories\":[\"2022\",\"2023\",\"2024\"],"
                                + "\"series\":[{\"name\":\"Nyby\",\"role\":\"measured\",\"values\":[10,null,0]}],\"highlighted\":[],"
                                + "\"source\":\"Statistik 2026\",\"file\":\"nyby\"}");
    }

    @Test
    void the_table_has_a_line_for_each_category() {
        assertThat(CHART.with(Series.peers("Alla", Arrays.asList(null, null, BigDecimal.ONE)))
                        .rows())
                .extracting(ChartData.Row::values)
                .containsExactly(
                        Arrays.asList(BigDecimal.TEN, null),
                        Arrays.asList(null, null),
                        List.of(new BigDecimal("0"), BigDecimal.ONE));
    }

    @Test
    void a_series_of_another_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHART.with(Series.measured("Granvik", List.of(BigDecimal.ONE))))
                .withMessage("The series 'Granvik' has 1 values for 3 categories");
    }
}
