package org.samklima.portal.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.AnswerFindings;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.network.Member;
import org.samklima.published.Edition;
import org.samklima.published.Figures;
import org.samklima.published.FormOutline;
import org.samklima.published.Indicator;
import org.samklima.published.MemberKind;
import org.samklima.published.MemberReport;
import org.samklima.published.NetworkProfile;
import org.samklima.published.PeerGroup;
import org.samklima.published.RoundResult;
import org.samklima.published.Source;
import org.samklima.published.Statement;
import org.samklima.published.Texts;

/** Makes the edition that was chosen from what there is. A function: the same material and draft give the same edition. */
final class EditionAssembly {

    private final Material material;
    private final Draft draft;
    private final List<ReportedRound> rounds;
    private final List<Member> members;
    private final Figures figures;

    EditionAssembly(Material material, Draft draft, Source ownFigures) {
        this.material = material;
        this.draft = draft;
        this.rounds = material.rounds().stream()
                .filter(round -> draft.forms().contains(round.form()))
                .toList();
        this.members = material.members();
        this.figures = new EditionFigures(material, draft, ownFigures)
                .with(rounds.stream().flatMap(round -> ReportedFigures.of(round.now(), published(round)::isPublic)));
    }

    private Stream<Observed> reported() {
        return rounds.stream().flatMap(round -> ReportedFigures.of(round.now(), published(round)::isPublic));
    }

    /** Reported figures of chosen indicators that cannot be true. */
    List<Observed> implausible() {
        return reported()
                .filter(observed -> !ReportedFigures.isPlausible(observed))
                .filter(observed -> draft.indicator(observed.indicator()).isPresent())
                .toList();
    }

    /** Everything that can be said of the network: of its figures first, then of the answers in the order of the forms. */
    List<Finding> findings() {
        var ofFigures = figures.tables().stream()
                .filter(table -> table.sector() == null)
                .flatMap(table -> FigureFindings.of(indicator(table.indicator()), table, members.size()).stream());
        var ofAnswers = rounds.stream().flatMap(round -> AnswerFindings.of(round.now(), round.before()).stream());
        return Stream.concat(ofFigures, ofAnswers).toList();
    }

    private Indicator indicator(String code) {
        return figures.indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** @param words what a finding says in the network's languages, if the draft has no words of its own */
    Edition edition(
            int version,
            Instant at,
            Texts title,
            Texts introduction,
            List<Texts> changes,
            Function<Finding, Texts> words) {
        return new Edition(
                Edition.FORMAT,
                profile(),
                material.year(),
                version,
                at,
                title,
                introduction,
                changes,
                peerGroups(),
                members.stream().map(this::published).toList(),
                figures,
                result(),
                statements(words));
    }

    NetworkProfile profile() {
        var network = material.network();
        return new NetworkProfile(
                network.id(),
                network.slug(),
                Texts.of(network.defaultLanguage(), network.name()),
                network.languages(),
                network.defaultLanguage(),
                network.accentColour(),
                network.timeZone(),
                draft.description(),
                draft.contact(),
                draft.ranking());
    }

    private List<PeerGroup> peerGroups() {
        return material.peerGroups().stream()
                .filter(group -> draft.peerGroups().contains(group.code()))
                .toList();
    }

    private org.samklima.published.Member published(Member member) {
        var group = member.peerGroup();
        return new org.samklima.published.Member(
                member.slug(),
                member.id(),
                member.name(),
                member.officialCode(),
                MemberKind.valueOf(member.kind().name()),
                group != null && draft.peerGroups().contains(group) ? group : null);
    }

    private RoundResult result() {
        var forms = new ArrayList<FormOutline>();
        var reports = new ArrayList<MemberReport>();
        for (var round : rounds) {
            var published = published(round);
            forms.add(published.outline());
            for (var member : members) {
                var filled = round.now().reports().get(member.id());
                if (filled != null) {
                    reports.add(published.report(member.slug(), filled));
                }
            }
        }
        return new RoundResult(forms, reports);
    }

    private PublishedReports published(ReportedRound round) {
        return new PublishedReports(
                round.now().form(),
                round.formVersion(),
                question -> draft.withholds(round.form(), question),
                draft.scores());
    }

    private List<Statement> statements(Function<Finding, Texts> words) {
        var found = findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding));
        return draft.statements().stream()
                .filter(chosen -> found.containsKey(chosen.code()))
                .map(chosen -> {
                    var finding = found.get(chosen.code());
                    var text = chosen.text() == null ? words.apply(finding) : chosen.text();
                    return Statements.of(finding, text, publicQuestion(finding));
                })
                .toList();
    }

    private @Nullable String publicQuestion(Finding finding) {
        return finding.about() instanceof Finding.About.OfQuestion of && isPublic(of) ? of.question() : null;
    }

    private boolean isPublic(Finding.About.OfQuestion of) {
        return rounds.stream()
                .filter(round -> round.form().equals(of.form()))
                .anyMatch(round -> round.now()
                        .form()
                        .question(of.question())
                        .filter(published(round)::isPublic)
                        .isPresent());
    }
}
