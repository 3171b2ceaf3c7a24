package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who are signed in while Keycloak takes connections and then says nothing, the worst way to be away. */
class AccountWatchTests {

    private static final Duration BELIEVED = Duration.ofMinutes(5);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private ServerSocket keycloak;
    private AdminApi admin;
    private AccountWatch accounts;

    @BeforeEach
    void hang() throws IOException {
        keycloak = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::takeConnections);
        var issuer = URI.create("http://localhost:" + keycloak.getLocalPort() + "/realms/samklima");
        admin = new AdminApi(new IdentityProperties(
                issuer, null, issuer, "secret", "secret", Duration.ofSeconds(2), Duration.ofSeconds(1), BELIEVED));
        accounts = new AccountWatch(new KeycloakAccounts(admin), BELIEVED, now::get);
    }

    @AfterEach
    void close() throws IOException {
        keycloak.close();
        admin.close();
    }

    @Test
    void nobody_is_sent_away_and_one_request_waits_a_moment_for_all_others() {
        var begin = System.nanoTime();

        for (int person = 0; person < 200; person++) {
            assertThat(accounts.hasEnded(UUID.randomUUID(), person % 2 == 0, Instant.now()))
                    .isFalse();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void it_is_asked_again_after_a_while() throws Exception {
        accounts.hasEnded(UUID.randomUUID(), false, Instant.now());
        awaitAsked(1);
        accounts.hasEnded(UUID.randomUUID(), false, Instant.now());

        now.addAndGet(Duration.ofSeconds(31).toNanos());
        accounts.hasEnded(UUID.randomUUID(), false, Instant.now());

        awaitAsked(2);
    }

    private void awaitAsked(int times) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (asked.get() < times && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(asked).hasValue(times);
    }

    private void takeConnections() {
        try {
            while (true) {
                keycloak.accept();
                asked.incrementAndGet();
            }
        } catch (IOException closed) {
            // as it should be
        }
    }
}
