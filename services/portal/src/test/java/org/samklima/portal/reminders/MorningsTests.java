package org.samklima.portal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorningsTests {

    @ParameterizedTest
    @CsvSource({
        // Wednesday evening to Thursday at seven, Swedish winter time.
        "2026-11-18T19:00:00Z, Europe/Stockholm, 2026-11-19T06:00:00Z",
        // Before seven it is the same day; on the stroke it is the next.
        "2026-11-19T05:59:59Z, Europe/Stockholm, 2026-11-19T06:00:00Z",
        "2026-11-19T06:00:00Z, Europe/Stockholm, 2026-11-20T06:00:00Z",
        // Friday after seven to Monday.
        "2026-11-20T06:00:01Z, Europe/Stockholm, 2026-11-23T06:00:00Z",
        "2026-11-21T12:00:00Z, Europe/Stockholm, 2026-11-23T06:00:00Z",
        // Summer time begins on Sunday, 29 March 2026.
        "2026-03-27T12:00:00Z, Europe/Stockholm, 2026-03-30T05:00:00Z",
        // It is Monday already in Helsinki.
        "2026-11-22T22:30:00Z, Europe/Helsinki, 2026-11-23T05:00:00Z"
    })
    void the_next_morning_is_at_seven_on_a_working_day_there(Instant moment, ZoneId zone, Instant morning) {
        assertThat(Mornings.after(moment, zone)).isEqualTo(morning);
    }
}
