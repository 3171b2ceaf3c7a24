package org.samklima.faults;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.samklima.keycloak.HttpBrowser;

/** Somebody signed in with a browser who opens a page again and again. */
final class Reader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(2);
    private static final long BETWEEN_PAGES_MILLIS = 250;

    private final HttpBrowser browser = new HttpBrowser();
    private final URI page;
    private final Seen seen = new Seen();
    private volatile boolean reading = true;
    private CompletableFuture<Void> round = CompletableFuture.completedFuture(null);

    private Reader(URI page) {
        this.page = page;
    }

    /** Signs in on the way to the page; again, where a machine that has too much to do answers too late. */
    static Reader of(Person person, URI portal, String path) {
        var reader = new Reader(portal.resolve(path));
        await("signed in")
                .pollDelay(Duration.ZERO)
                .pollInterval(BEFORE_ANOTHER_TRY)
                .atMost(PATIENCE)
                .until(() -> reader.signsIn(person));
        return reader;
    }

    private boolean signsIn(Person person) throws Exception {
        browser.open(page);
        if (browser.status() == 200 && !isThere()) {
            browser.submit(Map.of("username", person.email()));
            browser.submit(Map.of("password", World.PEOPLES_PASSWORD));
        }
        return browser.status() == 200 && isThere();
    }

    private boolean isThere() {
        return browser.address().getPath().equals(page.getPath());
    }

    Reader start() {
        round = CompletableFuture.runAsync(this::readOn, Executors.newVirtualThreadPerTaskExecutor());
        return this;
    }

    private void readOn() {
        while (reading) {
            read(page);
            try {
                Thread.sleep(BETWEEN_PAGES_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Opens a page once. */
    Answer read(URI address) {
        var begun = System.nanoTime();
        var opened = CompletableFuture.supplyAsync(() -> open(address), Executors.newVirtualThreadPerTaskExecutor());
        Answer answer;
        try {
            answer = opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            answer = new Answer("page", 0, "", late.toString(), 0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return seen.add(new Answer("page " + address, answer.status(), answer.type(), answer.body(), millis));
    }

    private Answer open(URI address) {
        try {
            browser.open(address);
            var text = browser.text();
            return new Answer("page", browser.status(), text.contains("<html") ? "text/html" : "", text, 0);
        } catch (Exception away) {
            return new Answer("page", 0, "", away.toString(), 0);
        }
    }

    /** @return what was seen */
    Seen stop() {
        reading = false;
        round.join();
        return seen;
    }
}
