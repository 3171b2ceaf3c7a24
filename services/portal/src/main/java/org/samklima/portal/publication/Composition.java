package org.samklima.portal.publication;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.forms.Visibility;
import org.samklima.portal.indicators.Observations;
import org.samklima.portal.reporting.Round;
import org.samklima.published.Statement;

/**
 * An edition being composed: what there is, what is chosen, and what can be said.
 *
 * @param rounds those of the year that members could answer, the one that led here first
 * @param published the versions of the year on the public shelf, newest first
 * @param extents how much there is of each indicator, by code
 */
record Composition(
        List<Round> rounds,
        StoredDraft stored,
        Material material,
        Wording wording,
        EditionAssembly assembly,
        List<PublicShelf.Version> published,
        Map<String, Observations.Extent> extents) {

    public int year() {
        return material.year();
    }

    Draft draft() {
        return stored.draft();
    }

    /** Everything that can be said, in the words proposed for it; by code, in order. */
    Map<String, Statement> proposals() {
        var proposals = new LinkedHashMap<String, Statement>();
        for (Finding finding : assembly.findings()) {
            proposals.put(finding.code(), Statements.of(finding, wording.statement(finding), null));
        }
        return proposals;
    }

    /** Questions that their forms mark as public, as {@code form.question}. */
    Set<String> offered() {
        var offered = new LinkedHashSet<String>();
        material.rounds()
                .forEach(round -> round.now().form().questions().stream()
                        .filter(question -> question.visibility() == Visibility.PUBLIC)
                        .forEach(question -> offered.add(round.form() + "." + question.code())));
        return offered;
    }

    /** What the rounds whose forms are chosen were answered. */
    List<ReportedRound> chosenReports() {
        return material.rounds().stream()
                .filter(reported -> draft().forms().contains(reported.form()))
                .toList();
    }

    /** The rounds whose forms are chosen. */
    List<Round> chosenRounds() {
        var chosen = chosenReports().stream().map(ReportedRound::round).toList();
        return rounds.stream().filter(round -> chosen.contains(round.id())).toList();
    }
}
