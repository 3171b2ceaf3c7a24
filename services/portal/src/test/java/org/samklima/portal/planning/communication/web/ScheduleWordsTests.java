package org.samklima.portal.planning.communication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.planning.communication.schedule.Moment;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ScheduleWordsTests {

    @Autowired
    ScheduleWords words;

    /** Days by hand are shown in these words and read from them again. */
    @ParameterizedTest
    @ValueSource(strings = {"sv", "da", "de", "en"})
    void what_is_said_of_a_day_is_understood_again(String language) {
        for (var text : List.of(
                "2027-05-15",
                "2027-W07",
                "2027-03",
                "2027-12",
                "2027-Q2",
                "2027-H1",
                "2027-H2",
                "2027-S1",
                "2027-S2",
                "2027-S3",
                "2027",
                "*-02-29",
                "*-08",
                "*-Q4",
                "*-H1",
                "*-W12",
                "*-S3")) {
            var moment = Moment.of(text);

            var said = words.moment(moment, Locale.of(language));

            assertThat(ScheduleReading.of(said).moments()).as(said).containsExactly(moment);
            assertThat(ScheduleReading.of(said).unread()).as(said).isEmpty();
        }
    }

    @Test
    void what_was_understood_is_said_in_the_readers_language() {
        var schedule = ScheduleReading.of("6-8 faste møder; ad hoc løbende; Q2/Q3 2027; fra 2026");

        assertThat(words.said(schedule, List.of(), Locale.of("da")))
                .isEqualTo("2. kvartal, 3. kvartal 2027; 6 til 8 gange om året; løbende; efter behov; fra 2026");
        assertThat(words.said(schedule, List.of(), Locale.ENGLISH))
                .isEqualTo("Q2, Q3 2027; 6 to 8 times a year; ongoing; as needed; from 2026");
        assertThat(words.said(ScheduleReading.of("engang"), List.of(), Locale.ENGLISH))
                .isEmpty();
    }
}
