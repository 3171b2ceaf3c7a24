package org.samklima.overview.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.overview.OverviewTest;
import org.samklima.overview.Visitor;
import org.samklima.overview.invented.InventedNetwork;
import org.samklima.overview.invented.InventedShelf;
import org.samklima.overview.invented.SmallEdition;
import org.samklima.overview.shelf.Looking;
import org.samklima.overview.shelf.Publications;
import org.samklima.published.Edition;
import org.samklima.published.NotationKey;
import org.samklima.published.Ranking;
import org.samklima.published.Remark;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OverviewTest
class ApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Publications publications;

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void a_comparison_says_value_per_inhabitant_rank_mean_and_median() {
        InventedShelf.publish(SmallEdition.of(1990, 2024)
                .member("alby", "1", "200")
                .member("bo", "1", "100")
                .member("cirka", "1", null, new Remark(2024, NotationKey.NE, "own", "Ej mätt", null))
                .member("dal", "1", "100")
                .population("alby", null, "100")
                .population("bo", null, "100")
                .of(InventedNetwork.named("jamforelse").profile(Ranking.ALL)));
        Looking.now(publications);

        JsonNode comparison = json("/api/v1/jamforelse/comparison?indicator=emissions&year=2024");

        assertThat(comparison.at("/edition").asString()).isEqualTo("2025.1");
        assertThat(comparison.at("/summary/count").asInt()).isEqualTo(3);
        assertThat(comparison.at("/summary/median").decimalValue()).isEqualByComparingTo("100");
        assertThat(comparison.at("/summary/mean").decimalValue())
                .isEqualByComparingTo(new BigDecimal("133.3333333333333"));
        assertThat(comparison.at("/perInhabitant/mean").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(comparison.at("/members/0/rank").asInt()).isEqualTo(3);
        assertThat(comparison.at("/members/1/rank").asInt()).isEqualTo(1);
        assertThat(comparison.at("/members/3/rank").asInt()).isEqualTo(1);
        assertThat(comparison.at("/members/0/perInhabitant").decimalValue()).isEqualByComparingTo("2");
        assertThat(comparison.at("/members/3/perInhabitant").isNull()).isTrue();
        assertThat(comparison.at("/members/2/value").isNull()).isTrue();
        assertThat(comparison.at("/members/2/rank").isNull()).isTrue();
        assertThat(comparison.at("/members/2/notation").asString()).isEqualTo("NE");
        assertThat(comparison.at("/members/2/official").asBoolean()).isFalse();
    }

    @Test
    void a_comparison_within_a_peer_group_ranks_within_it() {
        JsonNode small = json("/api/v1/klimatringen/comparison?indicator=emissions&year=2024&group=small");

        assertThat(small.at("/members").size()).isBetween(4, 6);
        assertThat(small.at("/members")
                        .valueStream()
                        .map(member -> member.at("/rank").asInt()))
                .contains(1)
                .doesNotContain(6);
    }

    @Test
    void a_sector_is_compared_like_the_whole() {
        JsonNode transport = json("/api/v1/klimatringen/comparison?indicator=emissions&year=2024&sector=transport");

        assertThat(transport.at("/sector").asString()).isEqualTo("transport");
        assertThat(transport.at("/summary/count").asInt()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicator=nothing&year=2024",
                "indicator=emissions&year=soon",
                "indicator=emissions&year=2024&sector=nothing",
                "indicator=emissions&year=2024&group=nothing",
                "indicator=emissions&year=2024&kind=PLANET",
                "year=2024"
            })
    void a_question_that_makes_no_sense_is_refused_with_its_reason(String query) {
        HttpResponse<String> refusal = visitor.get("/api/v1/klimatringen/comparison?" + query);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(refusal.body()).at("/detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nobody/editions",
                "/api/v1/nobody/members",
                "/api/v1/klimatringen/members/nobody",
                "/api/v1/klimatringen/editions/2025.9/members",
                "/api/v1/klimatringen/nothing"
            })
    void what_is_not_there_is_told_as_problem_details(String path) {
        HttpResponse<String> refusal = visitor.get(path);

        assertThat(refusal.statusCode()).isEqualTo(404);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void editions_are_listed_newest_first_with_what_they_correct() {
        JsonNode editions = json("/api/v1/klimatringen/editions");

        assertThat(editions.valueStream().map(edition -> edition.at("/edition").asString()))
                .containsExactly("2025.2", "2025.1", "2024.1");
        assertThat(editions.at("/0/changes/0/en").asString()).isNotBlank();
    }

    @Test
    void an_edition_can_be_taken_along_exactly_as_it_was_published() {
        String taken =
                visitor.get("/api/v1/klimatringen/editions/2025.1/data.json").body();

        assertThat(JSON.readValue(taken, Edition.class))
                .isEqualTo(InventedNetwork.small().edition(2025, 1));
    }

    @Test
    void every_figure_and_notation_key_has_its_line_in_the_table_and_gaps_have_none() {
        InventedShelf.publish(SmallEdition.of(1990, 2000, 2024)
                .member("alby", "0", null, "12.5")
                .of(InventedNetwork.named("tabell").profile(Ranking.ALL)));
        Looking.now(publications);

        HttpResponse<String> csv = visitor.get("/api/v1/tabell/data.csv");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tabell-2025.1.csv\"");
        assertThat(csv.body().lines())
                .containsExactly(
                        "indicator,sector,member_key,member_code,member_name,year,value,unit,notation,source,official,"
                                + "replaced_value,explanation",
                        "emissions,,alby,,alby,1990,0,ton,,official,true,,",
                        "emissions,,alby,,alby,2024,12.5,ton,,official,true,,");
    }

    @Test
    void no_text_becomes_a_formula_in_a_spreadsheet_or_breaks_its_line() {
        InventedShelf.publish(SmallEdition.of(1990, 2024)
                .member("alby", "1", "2", new Remark(2024, null, "own", "=HYPERLINK(\"x\",\"y\")", new BigDecimal("1")))
                .of(InventedNetwork.named("formel").profile(Ranking.ALL)));
        Looking.now(publications);

        assertThat(visitor.get("/api/v1/formel/data.csv").body())
                .contains("alby,2024,2,ton,,own,false,1,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    }

    @Test
    void a_member_comes_with_its_figures_and_public_answers() {
        String key =
                InventedNetwork.small().edition(2025, 2).members().getFirst().key();

        JsonNode account = json("/api/v1/klimatringen/members/" + key);

        assertThat(account.at("/member/key").asString()).isEqualTo(key);
        assertThat(account.at("/figures").size()).isEqualTo(15);
        assertThat(account.at("/report/answers").size()).isPositive();
    }

    @Test
    void the_description_names_every_address_and_no_host() {
        JsonNode description = json("/v3/api-docs");

        assertThat(description.at("/paths").propertyNames())
                .contains(
                        "/api/v1/networks",
                        "/api/v1/{network}/editions",
                        "/api/v1/{network}/comparison",
                        "/api/v1/{network}/editions/{edition}/comparison",
                        "/api/v1/{network}/members/{key}",
                        "/api/v1/{network}/data.csv");
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(description
                        .at("/paths/~1api~1v1~1{network}~1comparison/get/parameters")
                        .valueStream()
                        .map(parameter -> parameter.at("/name").asString()))
                .containsExactlyInAnyOrder("network", "indicator", "year", "sector", "group", "kind");
    }

    @Test
    void the_description_can_be_read_by_people() {
        assertThat(visitor.get("/en/api").body())
                .contains("GET /api/v1/{network}/comparison")
                .contains("One indicator in one year over all members of a kind, or over a peer group");
    }

    @Test
    void any_site_may_ask() {
        assertThat(visitor.get("/api/v1/networks").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    private JsonNode json(String path) {
        return JSON.readTree(visitor.get(path).body());
    }
}
