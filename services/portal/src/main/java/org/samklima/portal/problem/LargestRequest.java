package org.samklima.portal.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is larger than anybody needs to send, before a byte of it is read: else whoever looks for the CSRF token in it
 * would find none, and call a large file a page that is too old. The server takes the rest in and throws it away
 * ({@code server.tomcat.max-swallow-size}), or the browser would not listen to the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + LargestRequest.INSIDE_THE_SESSION)
public class LargestRequest extends OncePerRequestFilter {

    static final int INSIDE_THE_SESSION = 100;

    /** Bytes of a request that uploads no file. A report form may have two megabytes; everything else is far smaller. */
    static final long MESSAGE = 4 * 1024 * 1024;

    private static final String ARRIVALS = "/api/v1/operator/arrivals";

    private final long upload;

    LargestRequest(MultipartConfigElement uploads) {
        this.upload = uploads.getMaxRequestSize();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isArrivingTenant(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > largest(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new LimitedRequest(request, MESSAGE), response);
        }
    }

    /** A whole tenant's archive, which only the operator may send; it goes to the disk, not into memory. */
    private static boolean isArrivingTenant(HttpServletRequest request) {
        return ARRIVALS.equals(request.getRequestURI()) && "application/zip".equals(request.getContentType());
    }

    private long largest(HttpServletRequest request) {
        return isUpload(request) ? upload : MESSAGE;
    }

    /** Whether it says beforehand that more will come than any form of ours needs; then none of it is read. */
    public static boolean isTooLargeForm(HttpServletRequest request) {
        return request.getContentLengthLong() > MESSAGE;
    }

    static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
