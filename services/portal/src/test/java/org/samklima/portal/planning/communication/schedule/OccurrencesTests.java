package org.samklima.portal.planning.communication.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrencesTests {

    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);
    private static final UUID BUDGET = new UUID(0, 1);
    private static final UUID REPORT = new UUID(0, 2);
    private static final Map<UUID, MonthDay> WHEEL = Map.of(BUDGET, MonthDay.of(10, 15), REPORT, MonthDay.of(2, 29));

    @Test
    void each_quarter_of_a_range_is_due_on_its_last_day_also_when_it_is_over() {
        assertThat(of("Q2-Q4 2022"))
                .containsExactly(
                        entry("2022-Q2", LocalDate.of(2022, 6, 30)),
                        entry("2022-Q3", LocalDate.of(2022, 9, 30)),
                        entry("2022-Q4", LocalDate.of(2022, 12, 31)));
    }

    @Test
    void a_year_is_due_on_its_last_day() {
        assertThat(of("2022")).containsExactly(entry("2022", LocalDate.of(2022, 12, 31)));
    }

    @Test
    void times_a_year_are_spread_over_it_and_begin_on_the_day_they_were_said() {
        assertThat(of("4-12 årlige møder"))
                .containsExactly(
                        entry("2026#2", LocalDate.of(2026, 6, 30)),
                        entry("2026#3", LocalDate.of(2026, 9, 30)),
                        entry("2026#4", LocalDate.of(2026, 12, 31)),
                        entry("2027#1", LocalDate.of(2027, 3, 31)),
                        entry("2027#2", LocalDate.of(2027, 6, 30)),
                        entry("2027#3", LocalDate.of(2027, 9, 30)),
                        entry("2027#4", LocalDate.of(2027, 12, 31)));
    }

    @Test
    void times_in_a_certain_year_are_that_years() {
        assertThat(of("2 møder i 2025"))
                .containsExactly(
                        entry("2025#1", LocalDate.of(2025, 6, 30)), entry("2025#2", LocalDate.of(2025, 12, 31)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, 12, 13, 26, 52, 366})
    void however_often_a_year_the_days_are_different_and_the_last_is_new_years_eve(int often) {
        var days = Occurrences.of(
                Schedule.byHand(List.of(), Times.exactly(often), false, Set.of(), 2024, 2024, Schedule.NONE),
                Map.of(),
                MAY_DAY,
                2027);

        assertThat(days).hasSize(often);
        assertThat(List.copyOf(days.values()))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(day -> day.getYear() == 2024);
        assertThat(IntStream.rangeClosed(1, often).mapToObj(time -> "2024#" + time))
                .containsExactlyElementsOf(days.keySet());
        assertThat(days.get("2024#" + often)).isEqualTo(LocalDate.of(2024, 12, 31));
    }

    @Test
    void what_is_done_on_every_day_of_a_leap_year_is_done_within_every_other_year_too() {
        var days = Occurrences.of(
                Schedule.byHand(List.of(), Times.exactly(366), false, Set.of(), 2025, 2025, Schedule.NONE),
                Map.of(),
                MAY_DAY,
                2027);

        assertThat(days)
                .hasSize(366)
                .allSatisfy((_, day) -> assertThat(day.getYear()).isEqualTo(2025));
        assertThat(days.get("2025#366")).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void the_year_wheel_gives_its_points_each_year_on_their_days() {
        assertThat(of("Løbende; afstemt med årshjul"))
                .containsOnly(
                        entry("2026@" + BUDGET, LocalDate.of(2026, 10, 15)),
                        entry("2027@" + REPORT, LocalDate.of(2027, 2, 28)),
                        entry("2027@" + BUDGET, LocalDate.of(2027, 10, 15)));
    }

    @Test
    void chosen_points_leave_the_others_out() {
        var chosen = ScheduleReading.of("afstemt med årshjul").at(Set.of(REPORT));

        assertThat(Occurrences.of(chosen, WHEEL, MAY_DAY, 2027))
                .containsExactly(entry("2027@" + REPORT, LocalDate.of(2027, 2, 28)));
    }

    @Test
    void what_comes_back_every_year_begins_and_ends_where_it_is_said() {
        assertThat(of("maj hvert år")).containsOnlyKeys("2026-05", "2027-05");
        assertThat(of("hvert år i marts fra 2027")).containsOnlyKeys("2027-03");
        assertThat(of("hvert år i marts, 2024-2025")).containsOnlyKeys("2024-03", "2025-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Løbende", "Løbende fra 2021", "ad hoc", "", "når der er noget at fortælle"})
    void no_day_follows_from_what_names_none(String text) {
        assertThat(of(text)).isEmpty();
    }

    /** A longest key is a point's; the table has room for it. */
    @Test
    void keys_are_short() {
        assertThat(of("afstemt med årshjul").keySet()).allMatch(key -> key.length() <= 60);
    }

    private static Map<String, LocalDate> of(String text) {
        return Occurrences.of(ScheduleReading.of(text), WHEEL, MAY_DAY, 2027);
    }
}
