package org.samklima.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.samklima.keycloak.HttpBrowser;
import org.samklima.standalone.demo.DemoPeople;

/** Everybody signs in once, over Keycloak's own pages; the evening goes on with the session that the portal then gave. */
final class SignIns {

    /** One after the other, as people come; how quickly Keycloak checks passwords is not what is measured. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(300);

    private static final int AT_ONCE = 4;

    private final Map<String, String> sessions = new LinkedHashMap<>();
    private final List<Duration> took = new ArrayList<>();

    /** @param people e-mail address by the tenant's slug */
    static SignIns of(URI portal, Map<String, String> people) throws Exception {
        var signIns = new SignIns();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var started = new ArrayList<Future<Boolean>>();
            for (var person : people.entrySet()) {
                Callable<Boolean> work = () -> {
                    signIns.signIn(portal, person.getKey(), person.getValue());
                    return true;
                };
                started.add(threads.submit(work));
                Thread.sleep(BETWEEN_TWO);
            }
            for (var one : started) {
                one.get();
            }
        }
        return signIns;
    }

    private void signIn(URI portal, String slug, String email) throws Exception {
        var browser = new HttpBrowser();
        var began = System.nanoTime();
        browser.open(portal.resolve("/" + slug)).submit(Map.of("username", email, "password", DemoPeople.PASSWORD));
        if (browser.status() == 200 && browser.text().contains("name=\"password\"")) {
            browser.submit(Map.of("password", DemoPeople.PASSWORD));
        }
        if (browser.status() != 200 || !browser.address().getPath().startsWith("/" + slug)) {
            throw new IllegalStateException(
                    "%s could not sign in: %d at %s".formatted(email, browser.status(), browser.address()));
        }
        var duration = Duration.ofNanos(System.nanoTime() - began);
        synchronized (this) {
            sessions.put(slug, browser.cookie("samklima").orElseThrow());
            took.add(duration);
        }
    }

    /** The value of the session's cookie. */
    synchronized String session(String slug) {
        return sessions.get(slug);
    }

    synchronized Collection<Duration> took() {
        return List.copyOf(took);
    }
}
