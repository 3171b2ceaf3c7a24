package org.samklima.portal.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Tells whoever sent a form without the right CSRF token what that means for a person: the page was too old. */
class OutdatedPage implements AccessDeniedHandler {

    static final String PAGE = "/page-outdated";

    /** Tells a page's script why something could not be saved. */
    private static final String HEADER = "Page-Outdated";

    private final AccessDeniedHandler lacksRole = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            lacksRole.handle(request, response, denied);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setHeader(HEADER, "true");
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
