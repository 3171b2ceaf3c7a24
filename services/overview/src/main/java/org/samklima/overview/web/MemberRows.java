package org.samklima.overview.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Change;
import org.samklima.overview.reading.Comparison;
import org.samklima.overview.reading.Figure;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.web.MembersPage.Filter;
import org.samklima.pages.Sorting;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.MemberReport.Score;
import org.samklima.published.PeerGroup;
import org.springframework.stereotype.Component;

/** The rows of the table of all members. */
@Component
class MemberRows {

    static final List<String> COLUMNS = List.of("name", "group", "value", "inhabitant", "change", "score");

    /**
     * A member's row.
     *
     * @param group name of the peer group, empty without
     * @param perInhabitant null without a population of the same year
     * @param rank among those selected, per inhabitant where the indicator is shown so
     * @param change the member's own since the baseline, as a fraction
     * @param score points / maximum
     */
    record Row(
            Member member,
            String href,
            String group,
            Figure figure,
            @Nullable BigDecimal perInhabitant,
            @Nullable Integer rank,
            @Nullable BigDecimal change,
            @Nullable BigDecimal score) {}

    List<Row> of(Visit visit, Filter filter, int[] members) {
        ReadableEdition edition = visit.edition();
        Indicator indicator = edition.indicator(filter.indicator()).orElse(null);
        Map<String, Comparison.Entry> entries = new HashMap<>();
        if (indicator != null && filter.year() != null) {
            edition.comparison(indicator, null, filter.year(), members)
                    .entries()
                    .forEach(entry -> entries.put(entry.member().key(), entry));
        }
        Map<String, String> groups = new HashMap<>();
        for (PeerGroup group : edition.words().peerGroups()) {
            groups.put(group.code(), visit.text(group.name()));
        }
        return Arrays.stream(members)
                .mapToObj(index -> row(visit, index, indicator, entries, groups))
                .toList();
    }

    private static Row row(
            Visit visit,
            int index,
            @Nullable Indicator indicator,
            Map<String, Comparison.Entry> entries,
            Map<String, String> groups) {
        ReadableEdition edition = visit.edition();
        Member member = edition.members().get(index);
        Comparison.Entry entry = entries.get(member.key());
        Change change = indicator == null ? null : edition.change(indicator, new int[] {index});
        return new Row(
                member,
                visit.toMember(member.key()),
                groups.getOrDefault(member.peerGroup(), ""),
                entry == null ? Figure.NONE : entry.figure(),
                entry == null ? null : entry.perInhabitant(),
                entry == null ? null : rank(entry, edition, indicator),
                change == null ? null : change.share(),
                score(edition.report(member.key())));
    }

    private static @Nullable Integer rank(Comparison.Entry entry, ReadableEdition edition, Indicator indicator) {
        return edition.hasPerInhabitant(indicator) ? entry.rankPerInhabitant() : entry.rank();
    }

    private static @Nullable BigDecimal score(@Nullable MemberReport report) {
        Score total = report == null ? null : report.total();
        return total == null || total.maximum().signum() == 0
                ? null
                : total.points().divide(total.maximum(), MathContext.DECIMAL64);
    }

    /** Rows without what is sorted by come last, whichever way. */
    static Comparator<Row> order(Sorting sorting, Collator alphabet) {
        Comparator<Row> byName = Comparator.comparing(row -> row.member().name(), alphabet);
        return switch (sorting.column()) {
            case "group" ->
                directed(Comparator.comparing(Row::group, alphabet), sorting).thenComparing(byName);
            case "value" -> byFigure(row -> row.figure().value(), sorting).thenComparing(byName);
            case "inhabitant" -> byFigure(Row::perInhabitant, sorting).thenComparing(byName);
            case "change" -> byFigure(Row::change, sorting).thenComparing(byName);
            case "score" -> byFigure(Row::score, sorting).thenComparing(byName);
            default -> directed(byName, sorting);
        };
    }

    private static Comparator<Row> byFigure(Function<Row, @Nullable BigDecimal> figure, Sorting sorting) {
        Comparator<BigDecimal> values = Comparator.naturalOrder();
        return Comparator.comparing(figure, Comparator.nullsLast(sorting.descending() ? values.reversed() : values));
    }

    private static Comparator<Row> directed(Comparator<Row> order, Sorting sorting) {
        return sorting.descending() ? order.reversed() : order;
    }
}
