package org.samklima.portal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BucketsTests {

    private static final LimitProperties SHIPPED =
            new LimitProperties(true, 300, 60, 600, 600, 60, 6000, Duration.ofSeconds(15));

    private final Watch watch = new Watch();
    private final Buckets buckets = new Buckets(SHIPPED, watch);

    /** Time that passes when the test says so. */
    private static final class Watch implements TimeMeter {

        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void what_is_used_up_comes_back_evenly_and_nobody_uses_up_anybody_elses() {
        for (int i = 0; i < 600; i++) {
            assertThat(buckets.take(Limit.PERSON, "anna")).isZero();
        }

        assertThat(buckets.take(Limit.PERSON, "anna")).isEqualTo(Duration.ofMillis(100));
        assertThat(buckets.take(Limit.PERSON, "bo")).isZero();
        assertThat(buckets.take(Limit.UPLOAD, "anna")).isZero();
        watch.pass(Duration.ofMillis(100));
        assertThat(buckets.take(Limit.PERSON, "anna")).isZero();
        assertThat(buckets.take(Limit.PERSON, "anna")).isPositive();
    }

    @Test
    void looking_whether_one_may_takes_nothing() {
        for (int i = 0; i < 1000; i++) {
            assertThat(buckets.wait(Limit.GUESS, "192.0.2.1")).isZero();
        }
        for (int i = 0; i < 60; i++) {
            buckets.take(Limit.GUESS, "192.0.2.1");
        }
        assertThat(buckets.wait(Limit.GUESS, "192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
    }

    /** Each opens a page of a section a minute and saves an answer every other second, and presses everything twice. */
    @Test
    void the_busiest_evening_of_a_municipality_with_thirty_people_never_meets_a_limit() {
        for (int second = 0; second < 4 * 60 * 60; second += 2) {
            for (int person = 0; person < 30; person++) {
                int requests = second % 60 == 0 ? 2 * (1 + 5) : 2;
                for (int request = 0; request < requests; request++) {
                    assertThat(buckets.take(Limit.PERSON, "person " + person)).isZero();
                    assertThat(buckets.take(Limit.TENANT, "municipality")).isZero();
                }
            }
            watch.pass(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_million_addresses_do_not_fill_the_memory() {
        for (int address = 0; address < 1_000_000; address++) {
            buckets.take(Limit.ANONYMOUS, Integer.toString(address));
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(100_000);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "unknown, unknown"
    })
    void an_ipv6_address_counts_by_its_network_whose_owner_has_all_the_others(String address, String counted) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);

        assertThat(ClientAddress.of(request)).isEqualTo(counted);
    }

    @Test
    void a_limit_of_nothing_is_refused_at_the_start() {
        assertThatThrownBy(() -> new LimitProperties(true, 300, 60, 600, 0, 60, 6000, Duration.ofSeconds(15)))
                .hasMessageContaining("samklima.limits.enabled=false");
    }
}
