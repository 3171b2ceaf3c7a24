package org.samklima.overview.web;

import java.util.List;
import java.util.Map;
import org.samklima.overview.answers.Answer;
import org.springframework.web.bind.annotation.GetMapping;

/** All findings of an edition, each with its denominators. */
@NetworkPages
class StatementsPage {

    private final Findings findings;

    StatementsPage(Findings findings) {
        this.findings = findings;
    }

    @GetMapping("/statements")
    Answer statements(Visit visit) {
        return visit.page(
                visit.address(List.of("statements"), List.of()),
                "overview/statements",
                () -> Map.of(
                        "findings", findings.of(visit),
                        "questions", Questions.of(visit.edition()).all()));
    }
}
