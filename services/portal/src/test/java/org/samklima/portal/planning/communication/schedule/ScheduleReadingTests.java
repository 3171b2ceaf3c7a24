package org.samklima.portal.planning.communication.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleReadingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q2 2022                                 | 2022-Q2
            q2 2022                                 | 2022-Q2
            2022 Q2                                 | 2022-Q2
            2022-Q2                                 | 2022-Q2
            Q3/4 2022                               | 2022-Q3 2022-Q4
            Q2/Q3 2022                              | 2022-Q2 2022-Q3
            Q2-Q4 2022                              | 2022-Q2 2022-Q3 2022-Q4
            Q2–4 2022                               | 2022-Q2 2022-Q3 2022-Q4
            Q1, Q2 og Q4 2022                       | 2022-Q1 2022-Q2 2022-Q4
            Q2 2022 und Q3                          | 2022-Q2 2022-Q3
            Q2; Q3 2022                             | 2022-Q2 2022-Q3
            2022: Q2 och Q3                         | 2022-Q2 2022-Q3
            Q4 2022-Q2 2023                         | 2022-Q4 2023-Q1 2023-Q2
            Q4-Q1 2023                              | 2022-Q4 2023-Q1
            2. kvartal 2022                         | 2022-Q2
            1.-3. kvartal 2022                      | 2022-Q1 2022-Q2 2022-Q3
            1. og 2. kvartal 2022                   | 2022-Q1 2022-Q2
            2:a kvartalet 2022                      | 2022-Q2
            tredje kvartalet 2022                   | 2022-Q3
            viertes Quartal 2022                    | 2022-Q4
            3rd quarter of 2022                     | 2022-Q3
            the second quarter of 2022              | 2022-Q2
            kv 2, 2022                              | 2022-Q2
            1. halvår 2022                          | 2022-H1
            andra halvåret 2022                     | 2022-H2
            zweites Halbjahr 2022                   | 2022-H2
            first half of 2022                      | 2022-H1
            forår 2022                              | 2022-S1
            hösten 2022                             | 2022-S3
            Sommer 2022                             | 2022-S2
            spring 2022                             | 2022-S1
            uge 12 2022                             | 2022-W12
            v. 12-14 2022                           | 2022-W12 2022-W13 2022-W14
            KW 7 2022                               | 2022-W07
            maj 2022                                | 2022-05
            i mars 2022                             | 2022-03
            im März 2022                            | 2022-03
            May 2022                                | 2022-05
            maj-juli 2022                           | 2022-05 2022-06 2022-07
            november-januar 2023                    | 2022-11 2022-12 2023-01
            15. maj 2022                            | 2022-05-15
            senest den 15. maj 2022                 | 2022-05-15
            den 3 april 2022                        | 2022-04-03
            15.5.2022                               | 2022-05-15
            15/5 2022                               | 2022-05-15
            15/5-2022                               | 2022-05-15
            15.05.22                                | 2022-05-15
            2022-05-15                              | 2022-05-15
            May 15, 2022                            | 2022-05-15
            15th of May 2022                        | 2022-05-15
            1.-15. maj 2022                         | 2022-05-15
            1. og 15. maj 2022                      | 2022-05-01 2022-05-15
            2022-05-01 - 2022-05-15                 | 2022-05-15
            2022                                    | 2022
            2022-2024                               | 2022 2023 2024
            2022 och 2024                           | 2022 2024
            år 2022                                 | 2022
            i slutningen af 2022                    | 2022
            Q1                                      | *-Q1
            årligt i maj                            | *-05
            hvert år i maj og oktober               | *-05 *-10
            varje år den 1 mars                     | *-03-01
            jährlich im Mai                         | *-05
            every year in May                       | *-05
            """)
    void what_says_by_when_is_understood(String text, String moments) {
        var read = ScheduleReading.of(text);

        assertThat(read.moments().stream().map(Moment::text).collect(Collectors.joining(" ")))
                .isEqualTo(moments);
        assertThat(read.unread()).isEmpty();
        assertThat(read.times()).isNull();
        assertThat(read.ongoing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2-4 årlige møder           | 2  | 4
            6-8 faste møder            | 6  | 8
            4-12 årlige møder          | 4  | 12
            2 till 4 möten per år      | 2  | 4
            4 gange om året            | 4  | 4
            to gange årligt            | 2  | 2
            fyra gånger per år         | 4  | 4
            4 ggr/år                   | 4  | 4
            2x årligt                  | 2  | 2
            zweimal jährlich           | 2  | 2
            dreimal im Jahr            | 3  | 3
            4 bis 6 Treffen im Jahr    | 4  | 6
            twice a year               | 2  | 2
            4 times a year             | 4  | 4
            two to three workshops     | 2  | 3
            4 nyhedsbreve om året      | 4  | 4
            et møde i kvartalet        | 4  | 4
            en gång i månaden          | 12 | 12
            månedligt                  | 12 | 12
            månatliga möten            | 12 | 12
            monatlich                  | 12 | 12
            every month                | 12 | 12
            hver anden måned           | 6  | 6
            kvartalsvis                | 4  | 4
            vierteljährlich            | 4  | 4
            varje halvår               | 2  | 2
            weekly                     | 52 | 52
            årligen                    | 1  | 1
            hvert år                   | 1  | 1
            once a year                | 1  | 1
            """)
    void how_often_a_year_is_understood(String text, int least, int most) {
        var read = ScheduleReading.of(text);

        assertThat(read.times()).isEqualTo(new Times(least, most));
        assertThat(read.moments()).isEmpty();
        assertThat(read.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Løbende", "Löpande", "laufend", "ongoing", "Kontinuerligt", "året runt", "LØBENDE"})
    void ongoing_has_no_day(String text) {
        var read = ScheduleReading.of(text);

        assertThat(read.ongoing()).isTrue();
        assertThat(read.unread()).isEmpty();
        assertThat(read.recurs()).isFalse();
        assertThat(read.moments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            Løbende fra 2021          | 2021 | -
            löpande från 2021         | 2021 | -
            laufend seit 2021         | 2021 | -
            ongoing since 2021        | 2021 | -
            fra 2021                  | 2021 | -
            2021 og frem              | 2021 | -
            Løbende fra Q3 2021       | 2021 | -
            Løbende 2022-2024         | 2022 | 2024
            löpande från 2022 till 2024 | 2022 | 2024
            Løbende til 2025          | -    | 2025
            """)
    void what_goes_on_may_begin_and_end_with_a_year(String text, Integer from, Integer until) {
        var read = ScheduleReading.of(text);

        assertThat(read.ongoing()).isTrue();
        assertThat(read.from()).isEqualTo(from);
        assertThat(read.until()).isEqualTo(until);
        assertThat(read.moments()).isEmpty();
        assertThat(read.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ad hoc", "ad-hoc", "efter behov", "vid behov", "bei Bedarf", "as needed"})
    void ad_hoc_has_no_day(String text) {
        var read = ScheduleReading.of(text);

        assertThat(read.adHoc()).isTrue();
        assertThat(read.moments()).isEmpty();
        assertThat(read.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Løbende; afstemt med årshjul",
                "Løbende; afstemt med kommunens årshjul",
                "löpande, enligt årshjulet",
                "laufend; abgestimmt mit dem Jahresrad",
                "Ongoing; in line with the year wheel"
            })
    void the_year_wheel_is_understood_beside_ongoing(String text) {
        var read = ScheduleReading.of(text);

        assertThat(read.yearWheel()).isTrue();
        assertThat(read.ongoing()).isTrue();
        assertThat(read.points()).isEmpty();
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void parts_between_semicolons_are_understood_each_for_itself() {
        var read = ScheduleReading.of("6-8 faste møder; ad hoc løbende; første gang i marts 2022");

        assertThat(read.times()).isEqualTo(new Times(6, 8));
        assertThat(read.adHoc()).isTrue();
        assertThat(read.ongoing()).isTrue();
        assertThat(read.moments()).containsExactly(Moment.of("2022-03"));
        assertThat(read.unread()).containsExactly("første gang");
    }

    @Test
    void how_often_in_one_year_is_of_that_year_only() {
        var read = ScheduleReading.of("4 møder i 2022");

        assertThat(read.times()).isEqualTo(Times.exactly(4));
        assertThat(read.from()).isEqualTo(2022);
        assertThat(read.until()).isEqualTo(2022);
    }

    @Test
    void what_stands_beside_a_day_and_says_nothing_of_it_is_kept_as_unread() {
        var read = ScheduleReading.of("Q2 2022 efter Budgetmødet i rådet");

        assertThat(read.moments()).containsExactly(Moment.of("2022-Q2"));
        assertThat(read.unread()).containsExactly("Budgetmødet", "rådet");
        assertThat(read.asksForDays()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "når planen er vedtaget",
                "Q5 2022",
                "31. februar 2022",
                "2024-2022",
                "0 møder om året",
                "vinter 2022",
                "15/5",
                "?",
                "<script>"
            })
    void what_nobody_understands_asks_for_days(String text) {
        var read = ScheduleReading.of(text);

        assertThat(read.asksForDays()).as("%s", read).isTrue();
        assertThat(read.unread()).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void nothing_typed_says_nothing(String text) {
        assertThat(ScheduleReading.of(text)).isEqualTo(Schedule.NONE);
    }

    @Test
    void the_last_day_is_the_calendars() {
        assertThat(Moment.of("2024-02").lastDayIn(2024)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Moment.of("*-02-29").lastDayIn(2023)).isEqualTo(LocalDate.of(2023, 2, 28));
        assertThat(Moment.of("2022-Q2").lastDayIn(2022)).isEqualTo(LocalDate.of(2022, 6, 30));
        assertThat(Moment.of("2022-H2").lastDayIn(2022)).isEqualTo(LocalDate.of(2022, 12, 31));
        assertThat(Moment.of("2022-S1").lastDayIn(2022)).isEqualTo(LocalDate.of(2022, 5, 31));
        assertThat(Moment.of("2022-W12").lastDayIn(2022)).isEqualTo(LocalDate.of(2022, 3, 27));
        assertThat(Moment.of("2020-W53").lastDayIn(2020)).isEqualTo(LocalDate.of(2021, 1, 3));
    }

    /** Whatever anybody types: no error, and nothing of it made up. The same two thousand texts every time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothing_that_is_typed_breaks_it(long seed) {
        var random = new SplittableRandom(seed);
        for (int tried = 0; tried < 200; tried++) {
            var text = typed(random);
            assertThatCode(() -> ScheduleReading.of(text)).as(text).doesNotThrowAnyException();
            assertThat(ScheduleReading.of(text).unread()).as(text).allMatch(text::contains);
        }
    }

    /** At most 60 characters: any there are, or such as moments are written with. */
    private static String typed(SplittableRandom random) {
        var familiar = "Q1234 H2S/-–,.;:20 vårsommarkvartaluge wochemånaderog";
        return random.ints(random.nextInt(61), 0, Character.MAX_VALUE + 1)
                .map(any -> random.nextInt(4) == 0 ? any : familiar.charAt(any % familiar.length()))
                .collect(StringBuilder::new, (text, any) -> text.append((char) any), StringBuilder::append)
                .toString();
    }
}
