package org.samklima.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void the_day_counts_in_full_where_the_network_is() {
        var deadline = new Deadline(LocalDate.of(2026, 2, 28), STOCKHOLM);

        assertThat(deadline.isPast(Instant.parse("2026-02-28T22:59:59.999999Z")))
                .isFalse();
        assertThat(deadline.isPast(Instant.parse("2026-02-28T23:00:00Z"))).isTrue();
    }

    @Test
    void the_day_of_the_lost_hour_ends_at_its_own_midnight() {
        var deadline = new Deadline(LocalDate.of(2026, 3, 29), STOCKHOLM);

        assertThat(deadline.end()).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(deadline.isPast(Instant.parse("2026-03-29T21:59:59Z"))).isFalse();
    }

    @Test
    void the_day_of_the_hour_that_comes_twice_has_both_of_them() {
        var deadline = new Deadline(LocalDate.of(2026, 10, 25), STOCKHOLM);

        assertThat(deadline.end()).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(deadline.isPast(Instant.parse("2026-10-25T22:30:00Z"))).isFalse();
    }

    @Test
    void where_the_clocks_change_at_midnight_the_next_day_begins_with_its_first_moment() {
        var deadline = new Deadline(LocalDate.of(2026, 3, 28), ZoneId.of("Asia/Beirut"));

        assertThat(deadline.end()).isEqualTo("2026-03-28T22:00:00Z");
    }

    @Test
    void days_are_counted_where_the_network_is() {
        var deadline = new Deadline(LocalDate.of(2026, 2, 28), STOCKHOLM);

        assertThat(deadline.daysLeft(Instant.parse("2026-02-27T22:59:00Z"))).isEqualTo(1);
        assertThat(deadline.daysLeft(Instant.parse("2026-02-27T23:01:00Z"))).isZero();
        assertThat(deadline.daysLeft(Instant.parse("2026-02-28T23:00:00Z"))).isNegative();
    }
}
