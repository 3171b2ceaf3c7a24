package org.samklima.portal.limits;

import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** As many requests as are let in at a time, until it is closed. */
final class FullHouse implements AutoCloseable {

    private final Turnstile turnstile;
    private final CountDownLatch inside;
    private final CountDownLatch mayGo = new CountDownLatch(1);

    private FullHouse(Turnstile turnstile, int places) {
        this.turnstile = turnstile;
        this.inside = new CountDownLatch(places);
    }

    static FullHouse of(Turnstile turnstile, int places) throws InterruptedException {
        var house = new FullHouse(turnstile, places);
        for (int i = 0; i < places; i++) {
            Thread.ofVirtual().start(house::stayInside);
        }
        house.inside.await();
        return house;
    }

    private void stayInside() {
        try {
            turnstile.doFilter(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse(), (_, _) -> {
                inside.countDown();
                await().until(() -> mayGo.getCount() == 0);
            });
        } catch (ServletException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        mayGo.countDown();
    }
}
