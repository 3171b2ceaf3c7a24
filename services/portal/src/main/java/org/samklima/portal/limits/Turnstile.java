package org.samklima.portal.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.LargestRequest;
import org.samklima.portal.problem.TooManyRequests;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests at a time as there are database connections, and the others in the order in which they came. Else three
 * hundred at once take turns at every step: each needs a connection several times, waits for it behind all others every time, and in the
 * end nobody gets an answer. Whoever waited too long is told to come again; nothing of it was done.
 */
final class Turnstile extends OncePerRequestFilter {

    /** Before the session is asked for, which is the first that needs a connection. */
    static final int BEFORE_THE_SESSION = 40;

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(10);

    private static final List<String> WAYS_OUT = List.of("/logout", "/sign-in-unavailable");

    private final Semaphore places;
    private final Duration patience;
    private final MeterRegistry meters;

    Turnstile(int places, Duration patience, MeterRegistry meters) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.meters = meters;
        Gauge.builder("samklima.requests.waiting", this.places, Semaphore::getQueueLength)
                .description("Requests that wait until another one is done")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST
                || RequestLimits.startsWithAny(request, RequestLimits.NOT_COUNTED)
                || waitsForKeycloak(request)
                || bringsFile(request);
    }

    /** It may be slow, which must hold nobody else up. */
    private static boolean waitsForKeycloak(HttpServletRequest request) {
        return RequestLimits.startsWithAny(request, RequestLimits.WAYS_IN)
                || RequestLimits.startsWithAny(request, WAYS_OUT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(typeOf(request))
                && !LargestRequest.isTooLargeForm(request)) {
            // Reads what comes as slowly as its sender likes: outside, where that holds nobody up.
            request.getParameterMap();
        }
        if (!isLetIn()) {
            meters.counter(RequestLimits.REFUSED, "limit", "turn").increment();
            TooManyRequests.refuseAsBusy(request, response, BEFORE_ANOTHER_TRY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean isLetIn() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Comes as slowly as its sender likes, too, but is read in the middle of the work. There are few of them at a time. */
    private static boolean bringsFile(HttpServletRequest request) {
        var type = typeOf(request);
        return type != null
                && !MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)
                && !MediaType.APPLICATION_JSON.isCompatibleWith(type);
    }

    private static @Nullable MediaType typeOf(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }
}
