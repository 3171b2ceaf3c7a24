package org.samklima.portal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** One place, and it is taken: what becomes of whoever comes now. */
class TurnstileTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Turnstile turnstile = new Turnstile(1, Duration.ofMinutes(1), meters);
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final List<Thread> people = new ArrayList<>();
    private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void somebody_is_inside() throws InterruptedException {
        var inside = new CountDownLatch(1);
        come(request("GET", "/ekby"), (_, _) -> {
            inside.countDown();
            uninterrupted(mayGo);
            served.add("somebody");
        });
        inside.await();
    }

    @AfterEach
    void everybody_leaves() throws InterruptedException {
        mayGo.countDown();
        for (var person : people) {
            person.join();
        }
    }

    @Test
    void whoever_comes_later_waits_and_is_served_in_the_order_of_coming() throws InterruptedException {
        for (var name : List.of("one", "two", "three")) {
            come(request("GET", "/" + name), (_, _) -> served.add(name));
            int others = people.size() - 1;
            await().until(() -> waiting() == others);
        }
        assertThat(served).isEmpty();

        everybody_leaves();
        assertThat(served).containsExactly("somebody", "one", "two", "three");
        assertThat(waiting()).isZero();
    }

    @Test
    void whoever_waited_too_long_is_told_when_to_come_again_and_nothing_of_it_is_done() throws Exception {
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        new Turnstile(0, Duration.ofMillis(1), meters).doFilter(request("POST", "/ekby/reports"), response, chain);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(meters.counter(RequestLimits.REFUSED, "limit", "turn").count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /assets/samklima.css,          ",
        "GET,  /actuator/health/readiness,    ",
        "GET,  /oauth2/authorization/keycloak,",
        "GET,  /login/oauth2/code/keycloak,   ",
        "POST, /logout,                        application/x-www-form-urlencoded",
        "POST, /ekby/import,                   multipart/form-data; boundary=x",
        "POST, /api/v1/operator/arrivals,      application/zip",
    })
    void who_waits_for_keycloak_or_brings_a_file_waits_here_for_nobody(String method, String path, String type)
            throws Exception {
        var request = request(method, path);
        request.setContentType(type);
        var chain = new MockFilterChain();

        turnstile.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isSameAs(request);
    }

    @Test
    void a_form_that_comes_slowly_is_read_before_it_takes_a_place() throws InterruptedException {
        var read = new CountDownLatch(1);
        var mayArrive = new CountDownLatch(1);
        var form = new MockHttpServletRequest("POST", "/ekby/reports") {
            @Override
            public Map<String, String[]> getParameterMap() {
                read.countDown();
                uninterrupted(mayArrive);
                return super.getParameterMap();
            }
        };
        form.setContentType("application/x-www-form-urlencoded");
        come(form, (_, _) -> served.add("form"));
        uninterrupted(read);
        assertThat(waiting()).isZero();
        mayArrive.countDown();
        await().until(() -> waiting() == 1);

        everybody_leaves();
        assertThat(served).contains("form");
    }

    @Test
    void a_form_that_is_too_large_is_not_read_at_all() throws Exception {
        var form = new MockHttpServletRequest("POST", "/ekby/reports") {
            @Override
            public long getContentLengthLong() {
                return 5 * 1024 * 1024;
            }

            @Override
            public Map<String, String[]> getParameterMap() {
                throw new IllegalStateException("It is read");
            }
        };
        form.setContentType("application/x-www-form-urlencoded");
        var chain = new MockFilterChain();

        new Turnstile(1, Duration.ofMinutes(1), new SimpleMeterRegistry())
                .doFilter(form, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isSameAs(form);
    }

    @Test
    void whoever_fails_gives_their_place_back() throws InterruptedException {
        come(request("GET", "/fails"), (_, _) -> {
            served.add("fails");
            throw new IllegalStateException("A mistake of ours");
        });
        come(request("GET", "/next"), (_, _) -> served.add("next"));

        everybody_leaves();
        assertThat(served).contains("fails", "next");
        assertThat(failures).hasSize(1);
    }

    private void come(MockHttpServletRequest request, FilterChain chain) {
        people.add(Thread.startVirtualThread(() -> {
            try {
                turnstile.doFilter(request, new MockHttpServletResponse(), chain);
            } catch (ServletException | IOException | IllegalStateException failure) {
                failures.add(failure);
            }
        }));
    }

    private int waiting() {
        return (int) meters.get("samklima.requests.waiting").gauge().value();
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
