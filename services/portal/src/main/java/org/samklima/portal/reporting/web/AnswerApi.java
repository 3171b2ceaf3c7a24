package org.samklima.portal.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.report.AnswerChange;
import org.samklima.portal.reporting.report.Answered;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.GivenAnswer;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** Answering a report, by programs. */
@TenantApi
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
@Tag(name = "Reports")
class AnswerApi {

    private final Answering answering;
    private final MessageSource messages;

    AnswerApi(Answering answering, MessageSource messages) {
        this.answering = answering;
        this.messages = messages;
    }

    /** @param answer null takes it back */
    record NewAnswer(@Nullable Answer answer, @Nullable String comment) {}

    /**
     * @param revision of the answer it replaces; null if none is there, or the same
     */
    record OneOfMany(
            @Nullable Answer answer,
            @Nullable String comment,
            @Nullable Integer revision) {}

    /** @param answers by question code */
    record ManyAnswers(@NotNull Map<String, @Nullable OneOfMany> answers) {}

    /** @param proposal its id */
    record Acceptance(@NotNull String proposal) {}

    record SectionAcceptance(@NotNull String section) {}

    record Accepted(int accepted) {}

    @PutMapping("/reports/{id}/answers/{question}")
    @Operation(
            summary = "Answer a question",
            description =
                    "If-Match names the revision that is replaced; without it, none may be there yet, or the same answer;"
                            + " with *, whatever is there is replaced. 409 if somebody else was quicker or the report is locked, 422"
                            + " if the answer does not suit the question: what was there still stands. The ETag is the new revision.")
    ResponseEntity<ReportData.Given> answer(
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewAnswer body) {
        var change = new AnswerChange(body.answer(), comment(body.comment()), revision(ifMatch));
        return told(answering.answer(id, question, change).orProblem());
    }

    @PutMapping("/reports/{id}/answers")
    @Operation(
            summary = "Answer many questions, all or none",
            description =
                    "422 with a reason for each answer that cannot stand; then none was saved. Questions that are not named"
                            + " keep their answers.")
    ResponseEntity<?> answerAll(@PathVariable UUID id, @Valid @RequestBody ManyAnswers body, Locale language) {
        var changes = new LinkedHashMap<String, AnswerChange>();
        body.answers().forEach((question, answer) -> changes.put(question, change(answer)));
        var answered = answering.answerAll(id, changes);
        var refused = refused(answered, language);
        return refused.isEmpty() ? ResponseEntity.ok(saved(answered)) : unprocessable(refused, language);
    }

    @PostMapping("/reports/{id}/answers/{question}/acceptance")
    @Operation(summary = "Make a proposal the answer", description = "409 if this is proposed no longer.")
    ResponseEntity<ReportData.Given> accept(
            @PathVariable UUID id, @PathVariable String question, @Valid @RequestBody Acceptance acceptance) {
        return told(answering.accept(id, question, acceptance.proposal()));
    }

    @PostMapping("/reports/{id}/acceptances")
    @Operation(
            summary = "Accept what is proposed in a section",
            description = "The first proposal to each question that is asked and has no answer.")
    Accepted acceptAll(@PathVariable UUID id, @Valid @RequestBody SectionAcceptance acceptance) {
        return new Accepted(answering.acceptAll(id, acceptance.section()));
    }

    private static ResponseEntity<ReportData.Given> told(GivenAnswer given) {
        return ResponseEntity.ok().eTag("\"" + given.revision() + "\"").body(ReportData.Given.of(given));
    }

    private static AnswerChange change(@Nullable OneOfMany answer) {
        return answer == null
                ? new AnswerChange(null, "", 0)
                : new AnswerChange(
                        answer.answer(), comment(answer.comment()), answer.revision() == null ? 0 : answer.revision());
    }

    private static String comment(@Nullable String comment) {
        return comment == null ? "" : comment;
    }

    private static int revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return 0;
        }
        var named = ifMatch.strip().replace("\"", "");
        if (named.equals("*")) {
            return AnswerChange.WHATEVER;
        }
        if (!named.matches("\\d{1,9}")) {
            throw Problem.invalid("reporting.answer.bad-revision", ifMatch);
        }
        return Integer.parseInt(named);
    }

    private static List<ReportData.Given> saved(Map<String, Answered> answered) {
        return answered.values().stream()
                .map(Answered::orProblem)
                .map(ReportData.Given::of)
                .toList();
    }

    private Map<String, String> refused(Map<String, Answered> answered, Locale language) {
        var reasons = new LinkedHashMap<String, String>();
        answered.forEach((question, each) -> {
            try {
                each.orProblem();
            } catch (Problem problem) {
                reasons.put(question, messages.getMessage(problem.messageKey(), problem.arguments(), language));
            }
        });
        return reasons;
    }

    private ResponseEntity<ProblemDetail> unprocessable(Map<String, String> refused, Locale language) {
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                messages.getMessage("reporting.answer.none-saved", new Object[] {refused.size()}, language));
        detail.setTitle(messages.getMessage("problem.title", null, language));
        detail.setProperty("code", "reporting.answer.none-saved");
        detail.setProperty("answers", refused);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
