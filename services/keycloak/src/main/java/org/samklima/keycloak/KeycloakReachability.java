package org.samklima.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether Keycloak answers, asked at most once every few seconds however many people want to sign in. */
class KeycloakReachability {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final HttpRequest question;
    private final HttpClient http;
    private boolean asked;
    private long askedAt;
    private boolean reachable;

    KeycloakReachability(URI realm, Duration timeout) {
        this.question = HttpRequest.newBuilder(realm).timeout(timeout).build();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    synchronized boolean reachable() {
        if (!asked || System.nanoTime() - askedAt > REMEMBERED.toNanos()) {
            reachable = ask();
            askedAt = System.nanoTime();
            asked = true;
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
