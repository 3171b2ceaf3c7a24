package org.samklima.portal.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.PlannedAnswers;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Answering from the member's own work, by programs. */
@TenantApi
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
@Tag(name = "Reports")
class PlanSourceApi {

    private final PlannedAnswers planned;
    private final Answering answering;

    PlanSourceApi(PlannedAnswers planned, Answering answering) {
        this.planned = planned;
        this.answering = answering;
    }

    /** @param items one goal, one indicator, or one or several activities */
    record Taking(@NotNull Origin.Source source, @NotNull List<String> items) {}

    /** @param changed whether the answer says something else now */
    record Refreshed(boolean changed) {}

    @GetMapping("/reports/{id}/answers/{question}/sources")
    @Operation(
            summary = "What of the member's own work can answer a question",
            description = "Goals, activities and indicators; empty where the question's kind takes none.")
    PlannedAnswers.Choices choices(@PathVariable UUID id, @PathVariable String question, Locale language) {
        return planned.choices(id, question, language);
    }

    @PostMapping("/reports/{id}/answers/{question}/sources")
    @Operation(
            summary = "Answer with a goal, activities or an indicator",
            description =
                    "Replaces an answer that may be there. The answer keeps its origin. 409 if one of the items is gone or the"
                            + " report is locked, 422 if what it says does not suit the question.")
    ReportData.Given take(@PathVariable UUID id, @PathVariable String question, @Valid @RequestBody Taking taking) {
        return ReportData.Given.of(answering.take(id, question, taking.source(), taking.items()));
    }

    @PostMapping("/reports/{id}/answers/{question}/refreshment")
    @Operation(
            summary = "Take an answer once more from where it was taken",
            description =
                    "409 if it was typed in, comes from another report, or if what it was taken from is gone: then it stays as it is.")
    Refreshed refresh(@PathVariable UUID id, @PathVariable String question) {
        return new Refreshed(answering.refresh(id, question));
    }
}
