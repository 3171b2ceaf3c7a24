package org.samklima.portal.problem;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.samklima.pages.Shells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Tells a reader about a {@link Problem}: as a page, or to a program as RFC 9457 problem details. */
@ControllerAdvice
@Order(0)
class ProblemAdvice {

    private static final String UNIQUE_VIOLATION = "23505";

    /** What Spring says when a form could not be made from what was sent, and yet is asked for its fields. */
    private static final String UNBOUND = "Cannot access properties on null bean instance";

    /** A NUL, in a text or in JSON. */
    private static final Set<String> NO_SUCH_CHARACTER = Set.of("22021", "22P05");

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MessageSource messages;
    private final Shells shells;

    ProblemAdvice(MessageSource messages, Shells shells) {
        this.messages = messages;
        this.shells = shells;
    }

    @ExceptionHandler
    Object on(Problem problem, HttpServletRequest request, Locale language, HandlerMethod handler) {
        return said(said(problem, language), isForPrograms(request, handler), request, language);
    }

    /** Two people changed the same thing; the later one is told, and nothing of theirs was saved over the other's. */
    @ExceptionHandler
    Object on(
            OptimisticLockingFailureException late,
            HttpServletRequest request,
            Locale language,
            HandlerMethod handler) {
        return on(Problem.conflict("problem.changed-meanwhile"), request, language, handler);
    }

    /**
     * Two people did the same at once, or one pressed the button twice, and it was done once; or a text holds a character that
     * the database cannot. Any other such failure is ours.
     */
    @ExceptionHandler
    Object on(
            DataIntegrityViolationException refused,
            HttpServletRequest request,
            Locale language,
            HandlerMethod handler) {
        var state = refused.getMostSpecificCause() instanceof SQLException failure ? failure.getSQLState() : "";
        if (UNIQUE_VIOLATION.equals(state)) {
            return on(Problem.conflict("problem.changed-meanwhile"), request, language, handler);
        }
        if (NO_SUCH_CHARACTER.contains(state)) {
            return on(Problem.invalid("problem.no-such-character"), request, language, handler);
        }
        throw refused;
    }

    /** The database went away, is full or is too busy. People get the page of a failure, which asks it for nothing. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class, PersistenceException.class})
    Object on(RuntimeException failed, HttpServletRequest request, Locale language, HandlerMethod handler) {
        if (!DatabaseAway.isCauseOf(failed) || !isForPrograms(request, handler)) {
            throw failed;
        }
        LOG.error(
                "{} {} failed",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                failed);
        return detail(said(new Problem(Problem.Kind.UNAVAILABLE, "problem.away"), language), language);
    }

    @ExceptionHandler
    Object on(MaxUploadSizeExceededException large, HttpServletRequest request, Locale language) {
        return said(
                said(new Problem(Problem.Kind.TOO_LARGE, "problem.upload-too-large"), language),
                Audience.isProgram(request),
                request,
                language);
    }

    /** Words where an id, a day or a number belongs: nothing has such an address, or what is asked for cannot be read. */
    @ExceptionHandler
    Object on(
            MethodArgumentTypeMismatchException mistyped,
            HttpServletRequest request,
            Locale language,
            HandlerMethod handler) {
        if (mistyped.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return on(Problem.notFound(), request, language, handler);
        }
        var text = messages.getMessage("problem.unreadable", new Object[] {mistyped.getValue()}, language);
        return said(
                new Said(HttpStatus.BAD_REQUEST, "problem.unreadable", text),
                isForPrograms(request, handler),
                request,
                language);
    }

    /** A file was asked for and none came, or a number of ours was replaced by words: no page of ours sends such a form. */
    @ExceptionHandler
    Object on(MultipartException none, HttpServletRequest request, Locale language, HandlerMethod handler) {
        return on(Problem.invalid("problem.no-such-form"), request, language, handler);
    }

    @ExceptionHandler
    Object on(IllegalStateException unbound, HttpServletRequest request, Locale language, HandlerMethod handler) {
        if (String.valueOf(unbound.getMessage()).startsWith(UNBOUND)) {
            return on(Problem.invalid("problem.no-such-form"), request, language, handler);
        }
        throw unbound;
    }

    private record Said(HttpStatus status, String code, String text) {}

    private Said said(Problem problem, Locale language) {
        return new Said(
                HttpStatus.valueOf(problem.kind().status()),
                problem.messageKey(),
                messages.getMessage(problem.messageKey(), problem.arguments(), language));
    }

    private static boolean isForPrograms(HttpServletRequest request, HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RestController.class)
                || Audience.isProgram(request);
    }

    private Object said(Said said, boolean forPrograms, HttpServletRequest request, Locale language) {
        return forPrograms ? detail(said, language) : page(said, request);
    }

    private ResponseEntity<ProblemDetail> detail(Said said, Locale language) {
        var detail = ProblemDetail.forStatusAndDetail(said.status, said.text);
        detail.setTitle(messages.getMessage("problem.title", null, language));
        detail.setProperty("code", said.code);
        return ResponseEntity.status(said.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page(Said said, HttpServletRequest request) {
        var page = new ModelAndView("problem/page", said.status);
        page.addObject(Shells.ATTRIBUTE, shells.of(request));
        page.addObject("text", said.text);
        return page;
    }
}
