package org.samklima.faults;

import static org.awaitility.Awaitility.await;

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
    static Duration of(Machine portal, World world, Duration atMost) {
        var begun = System.nanoTime();
        await("at work again").atMost(atMost).until(() -> isReady(portal.readiness()) && works(portal, world));
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
