package org.samklima.overview.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Grid;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.samklima.published.PeerGroup;
import org.samklima.published.Sector;

/** What of an edition can be chosen, and what an address means that asks for something else. */
record Choices(ReadableEdition edition) {

    /** Kinds that have members, in their usual order. */
    List<MemberKind> kinds() {
        return edition.members().stream().map(Member::kind).distinct().sorted().toList();
    }

    MemberKind kind(String asked) {
        if (asked.isEmpty()) {
            return edition.leadingKind();
        }
        return kinds().stream()
                .filter(kind -> kind.name().equals(asked))
                .findFirst()
                .orElse(edition.leadingKind());
    }

    /** Null for everybody. */
    @Nullable String group(String asked) {
        return edition.words().peerGroups().stream()
                .map(PeerGroup::code)
                .filter(asked::equals)
                .findFirst()
                .orElse(null);
    }

    /** The first one where another is asked for; empty if there are none. */
    String indicator(String asked) {
        return edition.indicator(asked)
                .or(() -> edition.indicators().stream().findFirst())
                .map(Indicator::code)
                .orElse("");
    }

    /** Years with figures, latest first. */
    List<Integer> years(String indicator) {
        Grid grid = edition.grid(indicator, null);
        return grid == null
                ? List.of()
                : Arrays.stream(grid.years()).boxed().toList().reversed();
    }

    /** The latest year with figures where another is asked for; null if there are none. */
    @Nullable Integer year(String indicator, String asked) {
        Grid grid = edition.grid(indicator, null);
        if (grid == null) {
            return null;
        }
        return years(indicator).stream()
                .filter(year -> year.toString().equals(asked))
                .findFirst()
                .orElseGet(() -> grid.latestYear(everybody()));
    }

    /** Null for the whole. */
    @Nullable String sector(String indicator, String asked) {
        return edition.indicator(indicator).stream()
                .flatMap(known -> edition.sectors(known).stream())
                .map(Sector::code)
                .filter(asked::equals)
                .findFirst()
                .orElse(null);
    }

    private int[] everybody() {
        return IntStream.range(0, edition.members().size()).toArray();
    }
}
