package org.samklima.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.Comparison;
import org.samklima.overview.reading.Figure;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.Selection;
import org.samklima.overview.reading.Summary;
import org.samklima.published.Indicator;
import org.samklima.published.MemberKind;
import org.samklima.published.NotationKey;
import org.samklima.published.PeerGroup;
import org.samklima.published.Sector;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One indicator in one year over all members, or over a peer group. */
@ApiEndpoint
class ComparisonEndpoint {

    /** The comparison; summaries count only members that have a figure. */
    record Compared(
            String network,
            String edition,
            String indicator,
            @Nullable String sector,
            int year,
            MemberKind kind,
            @Nullable String group,
            Summary summary,
            @Nullable Summary perInhabitant,
            List<Entry> members) {}

    /**
     * A member's place. Ranks are 1, 2, 2, 4 and as far as the network shows them.
     *
     * @param value null for a gap; missing is never zero
     * @param official false for what the member entered itself; null for a gap
     */
    record Entry(
            String key,
            String name,
            @Nullable BigDecimal value,
            @Nullable BigDecimal perInhabitant,
            @Nullable Integer rank,
            @Nullable Integer rankPerInhabitant,
            @Nullable NotationKey notation,
            @Nullable String source,
            @Nullable Boolean official) {

        static Entry of(Comparison.Entry entry) {
            Figure figure = entry.figure();
            var source = figure.source();
            return new Entry(
                    entry.member().key(),
                    entry.member().name(),
                    figure.value(),
                    entry.perInhabitant(),
                    entry.rank(),
                    entry.rankPerInhabitant(),
                    figure.notation(),
                    source == null ? null : source.code(),
                    source == null ? null : source.official());
        }
    }

    @GetMapping("/comparison")
    @Operation(summary = "One indicator in one year over all members of a kind, or over a peer group")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Compared.class)))
    Answer comparison(
            @Parameter(hidden = true) Asked asked,
            @RequestParam String indicator,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable String sector,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable MemberKind kind) {
        ReadableEdition edition = asked.edition();
        Indicator known = edition.indicator(indicator).orElseThrow(() -> unknown("indicator", indicator));
        if (sector != null && edition.sectors(known).stream().map(Sector::code).noneMatch(sector::equals)) {
            throw unknown("sector", sector);
        }
        if (group != null
                && edition.words().peerGroups().stream().map(PeerGroup::code).noneMatch(group::equals)) {
            throw unknown("group", group);
        }
        MemberKind compared = kind == null ? edition.leadingKind() : kind;
        return new Answer.Json(
                asked.key(indicator, year, String.valueOf(sector), String.valueOf(group), compared),
                asked.lifetime(),
                () -> compare(asked, known, year, sector, new Selection(compared, group)));
    }

    private static Compared compare(
            Asked asked, Indicator indicator, int year, @Nullable String sector, Selection selection) {
        ReadableEdition edition = asked.edition();
        Comparison comparison = edition.comparison(indicator, sector, year, edition.members(selection));
        return new Compared(
                asked.network().slug(),
                edition.id().toString(),
                indicator.code(),
                sector,
                year,
                selection.kind(),
                selection.peerGroup(),
                comparison.summary(),
                comparison.perInhabitant(),
                comparison.entries().stream().map(Entry::of).toList());
    }

    private static Refusal unknown(String parameter, String value) {
        return new Refusal(HttpStatus.BAD_REQUEST, "No such %s in this edition: %s".formatted(parameter, value));
    }
}
