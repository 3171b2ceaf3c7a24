package org.samklima.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Who reads the answer to a request. */
final class Audience {

    private Audience() {}

    /** A program, which wants problem details; else a person, who wants a page. Also while an error page is made. */
    static boolean isProgram(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** What was asked for, also while an error page is made. */
    static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
