package org.samklima.published;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an edition is complete in itself: every code it uses is one it explains. An answer to a question that the
 * edition does not publish is refused here as well, so that it cannot slip out.
 */
final class References {

    private final Set<String> members;
    private final Set<String> sources;
    private final Set<String> indicators;

    private References(List<Member> members, Figures figures) {
        this.members = codes("member", members, Member::key);
        this.sources = codes("source", figures.sources(), Source::code);
        this.indicators = codes("indicator", figures.indicators(), Indicator::code);
    }

    /** @throws IllegalArgumentException naming the first code that is unknown or given twice */
    static void check(
            List<PeerGroup> peerGroups,
            List<Member> members,
            Figures figures,
            RoundResult round,
            List<Statement> statements) {
        var groups = codes("peer group", peerGroups, PeerGroup::code);
        members.forEach(member -> known("peer group", member.peerGroup(), groups));
        codes("statement", statements, Statement::code);
        var references = new References(members, figures);
        references.check(figures);
        references.check(round);
    }

    private void check(Figures figures) {
        var lists = codes("sector list", figures.sectorLists(), SectorList::code);
        figures.sectorLists().forEach(list -> codes("sector", list.sectors(), Sector::code));
        figures.indicators().forEach(indicator -> known("sector list", indicator.sectorList(), lists));
        known("indicator", figures.population(), indicators);
        codes("table", figures.tables(), table -> table.indicator() + "/" + table.sector());
        for (FigureTable table : figures.tables()) {
            known("indicator", table.indicator(), indicators);
            known("source", table.source(), sources);
            known("sector", table.sector(), sectorsOf(table.indicator(), figures));
            codes("row of " + table.indicator(), table.rows(), FigureRow::member);
            for (FigureRow row : table.rows()) {
                known("member", row.member(), members);
                known("source", row.source(), sources);
                row.remarks().forEach(remark -> known("source", remark.source(), sources));
            }
        }
    }

    private static Set<String> sectorsOf(String code, Figures figures) {
        return figures.indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .flatMap(indicator -> figures.sectorLists().stream()
                        .filter(list -> list.code().equals(indicator.sectorList())))
                .flatMap(list -> list.sectors().stream())
                .map(Sector::code)
                .collect(Collectors.toSet());
    }

    private void check(RoundResult round) {
        codes("form", round.forms(), FormOutline::code);
        codes("report", round.reports(), MemberReport::member);
        for (MemberReport report : round.reports()) {
            known("member", report.member(), members);
            var form = round.forms().stream()
                    .filter(candidate -> candidate.code().equals(report.form()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown form " + report.form()));
            var sections = codes("section", form.sections(), FormOutline.Section::code);
            report.sections().forEach(score -> known("section", score.section(), sections));
            var questions = codes(
                    "question",
                    form.sections().stream()
                            .flatMap(section -> section.questions().stream())
                            .toList(),
                    Question::code);
            report.answers().forEach(answer -> known("question", answer.question(), questions));
        }
    }

    private static <T> Set<String> codes(String what, List<T> list, Function<T, String> code) {
        var codes = new HashSet<String>();
        for (T element : list) {
            if (!codes.add(code.apply(element))) {
                throw new IllegalArgumentException("The " + what + " " + code.apply(element) + " is given twice");
            }
        }
        return codes;
    }

    private static void known(String what, @Nullable String code, Set<String> codes) {
        if (code != null && !codes.contains(code)) {
            throw new IllegalArgumentException("Unknown " + what + " " + code);
        }
    }
}
