package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How long it takes until a portal is itself again. */
final class Recovery {

    private Recovery() {}

    /** From now until the portal says that it is ready, and somebody's next request works. */
    static Duration of(Machine portal, World world, Duration atMost) throws InterruptedException {
        var begun = System.nanoTime();
        while (!isReady(portal.readiness()) || !works(portal, world)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("not at work again")
                    .isLessThan(atMost);
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static boolean works(Machine portal, World world) {
        return world.coordinator(0)
                .send(portal.address(), "GET", World.slug(0) + "/reports", null)
                .isGood();
    }

    private static boolean isReady(URI health) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
