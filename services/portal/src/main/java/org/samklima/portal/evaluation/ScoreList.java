package org.samklima.portal.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.forms.Section;
import org.samklima.portal.network.Member;
import org.samklima.portal.reporting.Round;
import org.samklima.published.MemberKind;

/**
 * Scores side by side, as a list is looked at. Ranks are among those looked at: within the chosen peer group and kind of
 * member.
 *
 * @param sections that give points or have basic requirements for any of the members
 * @param kinds of members that the form asks
 * @param missing members that are looked at and have no report that counts, by name
 */
record ScoreList(
        Round round,
        List<Section> sections,
        List<Row> rows,
        List<Member> missing,
        Set<MemberKind> kinds,
        Optional<Fraction> meanTotal,
        List<Optional<Fraction>> means) {

    /**
     * One member.
     *
     * @param sections in the order of the list's; null where the section does not concern the member
     * @param rank null where nothing could be earned
     */
    record Row(
            Member member,
            int version,
            boolean accepted,
            Scores scores,
            @Nullable Integer rank,
            List<@Nullable Cell> sections) {}

    /**
     * A member's score in a section.
     *
     * @param met whether its basic requirements are; null where it has none
     */
    record Cell(
            BigDecimal points,
            BigDecimal maximum,
            Optional<Fraction> share,
            @Nullable Boolean met) {

        static @Nullable Cell of(Scores.SectionScore score) {
            if (score.questions().isEmpty() && score.gates().isEmpty()) {
                return null;
            }
            var met = score.gates().isEmpty()
                    ? null
                    : score.gates().stream().allMatch(gate -> gate.outcome() == Scores.GateOutcome.MET);
            return new Cell(score.points(), score.maximum(), score.share(), met);
        }
    }

    static ScoreList of(ReceivedRound round, ScoreView view) {
        var looked = round.members().stream()
                .filter(member -> view.group() == null || view.group().equals(member.peerGroup()))
                .filter(member -> view.kind() == null || view.kind() == ReceivedRound.kind(member))
                .toList();
        var reports = new HashMap<>(round.reports(view.basis()));
        reports.keySet().retainAll(looked.stream().map(Member::id).toList());
        var table = new ScoreTable(reports);
        var kinds = EnumSet.noneOf(MemberKind.class);
        round.members().forEach(member -> kinds.add(ReceivedRound.kind(member)));
        var sections = sections(round, reports.values());
        var rows = looked.stream()
                .filter(member -> reports.containsKey(member.id()))
                .map(member -> row(member, round, view.basis(), table, sections))
                .toList();
        return new ScoreList(
                round.round(),
                sections,
                sorted(rows, view, sections),
                looked.stream()
                        .filter(member -> !reports.containsKey(member.id()))
                        .toList(),
                kinds,
                table.meanTotal(),
                sections.stream().map(section -> table.mean(section.code())).toList());
    }

    private static List<Section> sections(ReceivedRound round, Iterable<FilledForm> reports) {
        var kinds = EnumSet.noneOf(MemberKind.class);
        reports.forEach(report -> kinds.add(report.memberKind()));
        return round.form().sections().stream()
                .filter(section -> kinds.stream().anyMatch(section::concerns))
                .toList();
    }

    private static Row row(Member member, ReceivedRound round, Basis basis, ScoreTable table, List<Section> sections) {
        var version = round.counting(member.id(), basis).orElseThrow();
        var scores = table.of(member.id()).orElseThrow();
        var ofSections = new ArrayList<@Nullable Cell>();
        sections.forEach(section ->
                ofSections.add(scores.section(section.code()).map(Cell::of).orElse(null)));
        return new Row(member, version.version(), version.isAccepted(), scores, table.rank(member.id()), ofSections);
    }

    /** What the list can be sorted by. */
    List<String> columns() {
        return Stream.concat(
                        Stream.of("rank", "name", "total"), sections.stream().map(Section::code))
                .toList();
    }

    /** @param byName in the order of names */
    private static List<Row> sorted(List<Row> byName, ScoreView view, List<Section> sections) {
        var sort = view.sort() == null ? "rank" : view.sort();
        var descending = sort.startsWith("-");
        var column = descending ? sort.substring(1) : sort;
        if (column.equals("name")) {
            return descending ? byName.reversed() : byName;
        }
        var place = sections.stream().map(Section::code).toList().indexOf(column);
        Comparator<Row> order;
        if (column.equals("total")) {
            order = by(row -> row.scores.total().orElse(null), descending);
        } else if (place >= 0) {
            order = by(row -> share(row.sections.get(place)), descending);
        } else {
            order = by(Row::rank, descending);
        }
        return byName.stream().sorted(order).toList();
    }

    private static <T extends Comparable<? super T>> Comparator<Row> by(
            Function<Row, @Nullable T> column, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(column, Comparator.nullsLast(order));
    }

    private static @Nullable Fraction share(@Nullable Cell cell) {
        return cell == null ? null : cell.share.orElse(null);
    }
}
