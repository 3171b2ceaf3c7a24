package org.samklima.overview.web;

import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.Selection;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Sorting;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody in one table, to sort and to filter; also where a search for a municipality arrives. */
@NetworkPages
class MembersPage {

    private static final int LONGEST_SEARCH = 60;

    private final MemberRows rows;

    MembersPage(MemberRows rows) {
        this.rows = rows;
    }

    /**
     * What the reader asked for. Whatever the edition does not know is as if it had not been asked.
     *
     * @param text part of a name, or an official code; empty for everybody
     */
    record Filter(
            String text,
            MemberKind kind,
            @Nullable String group,
            String indicator,
            @Nullable Integer year) {}

    @GetMapping("/members")
    Object members(
            Visit visit,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String sort) {
        Optional<Member> named = named(text, visit.edition());
        if (named.isPresent()) {
            return "redirect:" + visit.toMember(named.get().key());
        }
        Filter filter = filter(visit.edition(), text, kind, group, indicator, year);
        Sorting sorting = Sorting.of(address(visit, filter, sort), MemberRows.COLUMNS);
        PageAddress address = address(visit, filter, asked(sorting));
        return visit.page(address, "overview/members", () -> model(visit, filter, sorting));
    }

    /** The member whose whole name or official code was typed. */
    private static Optional<Member> named(String text, ReadableEdition edition) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String wanted = plain(text);
        return edition.members().stream()
                .filter(member ->
                        plain(member.name()).equals(wanted) || text.strip().equals(member.officialCode()))
                .findFirst();
    }

    private static Filter filter(
            ReadableEdition edition, String text, String kind, String group, String indicator, String year) {
        String searched = text.strip().toLowerCase(Locale.ROOT);
        Choices choices = new Choices(edition);
        String known = choices.indicator(indicator);
        return new Filter(
                searched.substring(0, Math.min(LONGEST_SEARCH, searched.length())),
                choices.kind(kind),
                choices.group(group),
                known,
                choices.year(known, year));
    }

    private static PageAddress address(Visit visit, Filter filter, String sort) {
        return visit.address(
                List.of("members"),
                new Query()
                        .with("q", filter.text())
                        .with(
                                "kind",
                                filter.kind() == visit.edition().leadingKind()
                                        ? null
                                        : filter.kind().name())
                        .with("group", filter.group())
                        .with("indicator", filter.indicator())
                        .with(
                                "year",
                                filter.year() == null ? null : filter.year().toString())
                        .with("sort", sort)
                        .parameters());
    }

    private static String asked(Sorting sorting) {
        return (sorting.descending() ? "-" : "") + sorting.column();
    }

    private Map<String, Object> model(Visit visit, Filter filter, Sorting sorting) {
        ReadableEdition edition = visit.edition();
        int[] selected = edition.members(new Selection(filter.kind(), filter.group()));
        var shown = new ArrayList<>(rows.of(visit, filter, selected));
        shown.removeIf(row -> !matches(row.member(), filter.text()));
        shown.sort(MemberRows.order(sorting, Collator.getInstance(visit.language())));
        var model = new HashMap<String, Object>();
        model.put("rows", shown);
        model.put("filter", filter);
        model.put("sorting", sorting);
        model.put("kinds", new Choices(edition).kinds());
        model.put("indicator", edition.indicator(filter.indicator()).orElse(null));
        model.put("years", new Choices(edition).years(filter.indicator()));
        return model;
    }

    private static boolean matches(Member member, String text) {
        return plain(member.name()).contains(plain(text)) || text.equals(member.officialCode());
    }

    /** Without marks and case: who types "ostviken" means Östviken. */
    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
