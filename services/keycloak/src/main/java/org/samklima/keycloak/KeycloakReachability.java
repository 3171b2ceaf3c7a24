package org.samklima.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether Keycloak answers, asked at most once every few seconds however many people want to sign in. */
class KeycloakReachability {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final HttpRequest question;
    private final HttpClient http;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private boolean reachable;

    KeycloakReachability(URI realm, Duration timeout, Clock clock) {
        this.question = HttpRequest.newBuilder(realm).timeout(timeout).build();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.clock = clock;
    }

    synchronized boolean reachable() {
        var now = clock.instant();
        if (now.isAfter(asked.plus(REMEMBERED))) {
            reachable = ask();
            asked = clock.instant();
        }
        return reachable;
    }

    private boolean ask() {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
