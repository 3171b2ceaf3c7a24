package org.samklima.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samklima.keycloak.TokenRefusal;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What fails outside our controllers: people see Spring Boot's error pages, programs get it as RFC 9457 problem details. */
@Controller
class FailureController extends BasicErrorController {

    private static final String REFERENCE = "reference";

    private final MessageSource messages;

    FailureController(
            ErrorAttributes attributes, WebProperties web, List<ErrorViewResolver> pages, MessageSource messages) {
        super(attributes, web.getError(), pages);
        this.messages = messages;
    }

    @Override
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        var page = super.errorHtml(request, response);
        var status = getStatus(request);
        var tooMany = TooManyRequests.of(request);
        if (tooMany.isPresent()) {
            page.setViewName("problem/too-many");
            page.addObject("seconds", tooMany.get().seconds());
            page.addObject("again", Audience.path(request));
            page.addObject("typed", tooMany.get().typed());
        } else if (DatabaseAway.isCauseOf(request)) {
            page.setViewName("problem/away");
        } else if (status == HttpStatus.CONTENT_TOO_LARGE) {
            page.setViewName("problem/page");
            page.addObject(
                    "text", messages.getMessage(code(status, request), null, RequestContextUtils.getLocale(request)));
        }
        return page;
    }

    @Override
    @RequestMapping
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        return Audience.isProgram(request) ? problem(request) : super.error(request);
    }

    /** What Spring Security and the session need of the database fails outside our controllers. */
    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        return DatabaseAway.isCauseOf(request) ? HttpStatus.SERVICE_UNAVAILABLE : super.getStatus(request);
    }

    private ResponseEntity<Map<String, Object>> problem(HttpServletRequest request) {
        var status = getStatus(request);
        var language = RequestContextUtils.getLocale(request);
        var code = code(status, request);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", messages.getMessage("problem.title", null, language));
        problem.put("status", status.value());
        problem.put("detail", messages.getMessage(code, arguments(request), language));
        problem.put("instance", Audience.path(request));
        problem.put("code", code);
        var reference =
                getErrorAttributes(request, ErrorAttributeOptions.defaults()).get(REFERENCE);
        if (reference != null) {
            problem.put(REFERENCE, reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String code(HttpStatus status, HttpServletRequest request) {
        return TokenRefusal.of(request).map(FailureController::code).orElseGet(() -> switch (status) {
            case FORBIDDEN -> "problem.forbidden";
            case NOT_FOUND -> "problem.not-found";
            case TOO_MANY_REQUESTS -> "problem.too-many.what";
            case SERVICE_UNAVAILABLE ->
                TooManyRequests.of(request).isPresent() ? "problem.too-many.what" : "problem.away";
            case CONTENT_TOO_LARGE ->
                LargestRequest.isUpload(request) ? "problem.upload-too-large" : "problem.request-too-large";
            default -> status.is5xxServerError() ? "pages.error.5xx.what" : "pages.error.other.what";
        });
    }

    private static Object[] arguments(HttpServletRequest request) {
        return TooManyRequests.of(request).stream()
                .map(TooManyRequests::seconds)
                .toArray();
    }

    private static String code(TokenRefusal refusal) {
        return switch (refusal) {
            case MISSING -> "problem.token-missing";
            case EXPIRED -> "problem.token-expired";
            case WRONG -> "problem.token-wrong";
            case UNCHECKED -> "problem.token-unchecked";
        };
    }
}
