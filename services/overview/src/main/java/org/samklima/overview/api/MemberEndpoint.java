package org.samklima.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.Figure;
import org.samklima.overview.reading.Grid;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.NotationKey;
import org.samklima.published.Sector;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The members of an edition, and everything it says of one of them. */
@ApiEndpoint
class MemberEndpoint {

    /** A member with its public report and all its figures. */
    record Account(
            String network,
            String edition,
            Member member,
            @Nullable MemberReport report,
            List<Series> figures) {}

    /** One indicator, or one sector of it, over the years. */
    record Series(String indicator, @Nullable String sector, List<Point> points) {}

    /** A year's figure; a year without observation has none. */
    record Point(
            int year,
            @Nullable BigDecimal value,
            @Nullable BigDecimal perInhabitant,
            @Nullable NotationKey notation,
            @Nullable String source,
            boolean official,
            @Nullable String explanation,
            @Nullable BigDecimal replaced) {}

    @GetMapping("/members")
    @Operation(summary = "All members of the edition")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Member.class))))
    Answer members(@Parameter(hidden = true) Asked asked) {
        return new Answer.Json(
                asked.key(), asked.lifetime(), () -> asked.edition().members());
    }

    @GetMapping("/members/{key}")
    @Operation(summary = "One member: its figures, its scores and its public answers")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Account.class)))
    Answer member(@Parameter(hidden = true) Asked asked, @PathVariable String key) {
        Integer member = asked.edition().indexOf(key);
        if (member == null) {
            throw new Refusal(HttpStatus.NOT_FOUND, "No such member in this edition: " + key);
        }
        return new Answer.Json(asked.key(), asked.lifetime(), () -> account(asked, member));
    }

    private static Account account(Asked asked, int index) {
        ReadableEdition edition = asked.edition();
        Member member = edition.members().get(index);
        var figures = new ArrayList<Series>();
        for (Indicator indicator : edition.indicators()) {
            add(figures, edition, indicator, null, index);
            for (Sector sector : edition.sectors(indicator)) {
                add(figures, edition, indicator, sector.code(), index);
            }
        }
        return new Account(
                asked.network().slug(), edition.id().toString(), member, edition.report(member.key()), figures);
    }

    private static void add(
            List<Series> figures, ReadableEdition edition, Indicator indicator, @Nullable String sector, int member) {
        Grid grid = edition.grid(indicator.code(), sector);
        if (grid == null) {
            return;
        }
        var points = new ArrayList<Point>();
        for (int year : grid.years()) {
            Figure figure = edition.figure(indicator.code(), sector, member, year);
            if (figure.source() != null) {
                points.add(new Point(
                        year,
                        figure.value(),
                        edition.perInhabitant(indicator, sector, member, year),
                        figure.notation(),
                        figure.source().code(),
                        figure.source().official(),
                        figure.explanation(),
                        figure.replaced()));
            }
        }
        if (!points.isEmpty()) {
            figures.add(new Series(indicator.code(), sector, points));
        }
    }
}
