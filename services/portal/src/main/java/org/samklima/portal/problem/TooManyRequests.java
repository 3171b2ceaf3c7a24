package org.samklima.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * A request that came too soon after too many others (429), or whose turn did not come among too many others (503). Nothing of it
 * was done.
 *
 * @param seconds after which it may come again
 * @param typed what somebody typed into a form of ours, to be sent again: a browser does not keep it for pages that nobody may
 *     store; empty if it is not known to be a form of ours
 */
public record TooManyRequests(long seconds, Map<String, List<String>> typed) {

    private static final String ATTRIBUTE = TooManyRequests.class.getName();
    private static final String CSRF_TOKEN = "_csrf";

    /**
     * Answers so; the rest is up to the error page.
     *
     * @param ofOurPage whether the request brought the token of a page of ours, if it needs one
     */
    public static void refuse(
            HttpServletRequest request, HttpServletResponse response, Duration wait, boolean ofOurPage)
            throws IOException {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        var typed = ofOurPage ? typed(request) : Map.<String, List<String>>of();
        refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, new TooManyRequests(seconds, typed));
    }

    /** Answers so where it is nobody's fault, before anything is known of who asks. */
    public static void refuseAsBusy(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, new TooManyRequests(wait.toSeconds(), Map.of()));
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, TooManyRequests refusal)
            throws IOException {
        request.setAttribute(ATTRIBUTE, refusal);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
        response.sendError(status.value());
    }

    /** Whether this is the error page of a request whose turn did not come. */
    static boolean isBusy(HttpServletRequest request) {
        return of(request).isPresent()
                && Integer.valueOf(HttpStatus.SERVICE_UNAVAILABLE.value())
                        .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    /** Of a request whose error page is being made. */
    static Optional<TooManyRequests> of(HttpServletRequest request) {
        return Optional.ofNullable((TooManyRequests) request.getAttribute(ATTRIBUTE));
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        if (HttpMethod.POST.matches(request.getMethod())
                && !LargestRequest.isUpload(request)
                && !Audience.isProgram(request)) {
            request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
            typed.remove(CSRF_TOKEN);
        }
        return typed;
    }
}
