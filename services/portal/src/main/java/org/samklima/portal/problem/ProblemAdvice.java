package org.samklima.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Tells a reader about a {@link Problem}: as a page, or to a program as RFC 9457 problem details. */
@ControllerAdvice
@Order(0)
class ProblemAdvice {

    private final MessageSource messages;

    ProblemAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    Object on(Problem problem, HttpServletRequest request, Locale language, HandlerMethod handler) {
        return said(problem, request, language, handler);
    }

    /** Two people changed the same thing; the later one is told, and nothing of theirs was saved over the other's. */
    @ExceptionHandler
    Object on(
            OptimisticLockingFailureException late,
            HttpServletRequest request,
            Locale language,
            HandlerMethod handler) {
        return said(Problem.conflict("problem.changed-meanwhile"), request, language, handler);
    }

    @ExceptionHandler
    Object on(MaxUploadSizeExceededException large, HttpServletRequest request, Locale language) {
        var problem = new Problem(Problem.Kind.TOO_LARGE, "problem.upload-too-large");
        return request.getRequestURI().startsWith("/api/") ? detail(problem, language) : page(problem, language);
    }

    private Object said(Problem problem, HttpServletRequest request, Locale language, HandlerMethod handler) {
        return isForPrograms(request, handler) ? detail(problem, language) : page(problem, language);
    }

    private static boolean isForPrograms(HttpServletRequest request, HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RestController.class)
                || request.getRequestURI().startsWith("/api/");
    }

    private ResponseEntity<ProblemDetail> detail(Problem problem, Locale language) {
        var detail = ProblemDetail.forStatusAndDetail(status(problem), text(problem, language));
        detail.setTitle(messages.getMessage("problem.title", null, language));
        detail.setProperty("code", problem.messageKey());
        return ResponseEntity.status(status(problem))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page(Problem problem, Locale language) {
        var page = new ModelAndView("problem/page", status(problem));
        page.addObject("text", text(problem, language));
        page.addObject("status", status(problem).value());
        return page;
    }

    private String text(Problem problem, Locale language) {
        return messages.getMessage(problem.messageKey(), problem.arguments(), language);
    }

    private static HttpStatus status(Problem problem) {
        return HttpStatus.valueOf(problem.kind().status());
    }
}
