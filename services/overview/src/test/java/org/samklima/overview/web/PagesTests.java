package org.samklima.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.overview.OverviewTest;
import org.samklima.overview.Visitor;
import org.samklima.overview.invented.Hostile;
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

@OverviewTest
class PagesTests {

    private static final Edition EDITION = InventedNetwork.small().edition(2025, 2);
    private static final String SOMEBODY = EDITION.members().getFirst().key();

    @Autowired
    private Publications publications;

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @CsvSource({"da-DK, /da", "'de;q=0.9,en;q=0.8', /de", "fr, /sv", "'en-GB,sv;q=0.5', /en"})
    void the_first_visit_leads_to_the_readers_language(String accepted, String address) {
        HttpResponse<String> start = visitor.get("/", "Accept-Language", accepted);

        assertThat(start.statusCode()).isEqualTo(302);
        assertThat(start.headers().firstValue("Location")).hasValue(address);
        assertThat(start.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    }

    @ParameterizedTest
    @CsvSource({
        "sv, Vad medlemmarna har gjort",
        "da, Hvad medlemmerne har gjort",
        "de, Was die Mitglieder getan haben",
        "en, What the members have done"
    })
    void the_address_says_the_language_whatever_the_browser_asks_for(String language, String heading) {
        String page = visitor.get("/" + language + "/klimatringen", "Accept-Language", "fi")
                .body();

        assertThat(page).contains("<html lang=\"" + language + "\"").contains(heading);
    }

    @Test
    void another_language_is_the_same_page() {
        assertThat(visitor.get("/sv/klimatringen/compare?year=2020&junk=1").body())
                .contains("href=\"/de/klimatringen/compare?indicator=emissions&amp;year=2020\"");
    }

    @Test
    void a_statement_always_says_its_denominators() {
        assertThat(visitor.get("/en/klimatringen/statements").body())
                .contains("that answered, of 17 members")
                .contains("Among the 12 that answered both years: 50% in 2024, 75% in 2025.");
    }

    @Test
    void a_name_typed_whole_leads_to_its_page() {
        String name = EDITION.members().getFirst().name();

        HttpResponse<String> found = visitor.get("/sv/klimatringen/members?q=" + Query.encode(name.toUpperCase()));

        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location")).hasValue("/sv/klimatringen/members/" + SOMEBODY);
    }

    @Test
    void part_of_a_name_is_found_without_its_marks() {
        assertThat(names(visitor.get("/sv/klimatringen/members?q=LAR").body())).containsExactly("Lärkmark");
        assertThat(visitor.get("/sv/klimatringen/members?q=nobody").body()).contains("Ingen hittades");
    }

    @Test
    void the_table_is_sorted_by_any_column_and_gaps_come_last_both_ways() {
        InventedShelf.publish(of(
                "sortering",
                SmallEdition.of(1990, 2024)
                        .member("bo", "10", "3")
                        .member("alby", "10", null)
                        .member("cirka", "10", "1")));
        Looking.now(publications);

        assertThat(names(visitor.get("/sv/sortering/members?sort=value").body()))
                .containsExactly("cirka", "bo", "alby");
        assertThat(names(visitor.get("/sv/sortering/members?sort=-value").body()))
                .containsExactly("bo", "cirka", "alby");
        assertThat(names(visitor.get("/sv/sortering/members").body())).containsExactly("alby", "bo", "cirka");
    }

    @Test
    void swedish_letters_come_last_in_swedish() {
        List<String> names = names(visitor.get("/sv/klimatringen/members").body());

        assertThat(names).contains("Älvviken").endsWith("Älvviken");
    }

    @Test
    void only_a_peer_group_is_shown_where_it_is_asked_for() {
        List<String> small =
                names(visitor.get("/sv/klimatringen/members?group=small").body());

        assertThat(small)
                .containsExactlyInAnyOrderElementsOf(EDITION.members().stream()
                        .filter(member -> "small".equals(member.peerGroup()))
                        .map(member -> member.name())
                        .toList());
    }

    @Test
    void a_year_without_population_says_why_it_has_no_figure_per_inhabitant() {
        InventedShelf.publish(of(
                "folkmangd",
                SmallEdition.of(1990, 2024).member("granviken", "100", "50").population("granviken", null, "25")));
        Looking.now(publications);

        assertThat(visitor.get("/sv/folkmangd/members/granviken").body())
                .contains("Inget värde per invånare: folkmängden 1990 saknas.")
                .doesNotContain("folkmängden 2024 saknas");
    }

    @Test
    void a_notation_key_is_shown_with_its_explanation() {
        InventedShelf.publish(of(
                "nycklar",
                SmallEdition.of(1990, 2024)
                        .member(
                                "granviken",
                                "100",
                                null,
                                new Remark(2024, NotationKey.NE, "own", "Mätaren föll", null))));
        Looking.now(publications);

        assertThat(visitor.get("/sv/nycklar/members/granviken").body())
                .contains(">NE<")
                .contains("Mätaren föll");
    }

    @Test
    void basic_requirements_are_met_or_not_although_a_question_beside_them_is_none() {
        assertThat(visitor.get("/en/klimatringen/members/" + SOMEBODY).body())
                .containsPattern("(?s)Basic requirements</th>\\s*<td colspan=\"2\">.{0,400}<span>(Met|Not met)</span>");
    }

    @Test
    void where_no_ranks_are_shown_there_is_no_column_for_them() {
        InventedShelf.publish(SmallEdition.of(1990, 2024)
                .member("granviken", "1000", "663")
                .of(InventedNetwork.named("utan-platser").profile(Ranking.NONE)));
        Looking.now(publications);

        for (var page : List.of("/members", "/compare", "/members/granviken")) {
            assertThat(visitor.get("/en/utan-platser" + page).body()).as(page).doesNotContain(">Rank<", "Ranks are");
            assertThat(visitor.get("/en/klimatringen" + page.replace("granviken", SOMEBODY))
                            .body())
                    .as(page)
                    .contains(">Rank<");
        }
    }

    @Test
    void a_member_reads_where_it_stands_in_one_sentence() {
        InventedShelf.publish(of("mening", SmallEdition.of(1990, 2024).member("granviken", "1000", "663")));
        Looking.now(publications);

        assertThat(visitor.get("/en/mening/members/granviken").body()).contains("emissions: 34% less than in 1990.");
    }

    @Test
    void at_most_six_are_compared_one_by_one() {
        String eight = EDITION.members().stream()
                .limit(8)
                .map(member -> "member=" + member.key())
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();

        assertThat(names(visitor.get("/sv/klimatringen/compare?" + eight).body()))
                .hasSize(6);
    }

    @Test
    void a_question_says_who_who_not_and_who_has_not_answered() {
        String page = visitor.get("/en/klimatringen/questions/s1-plan").body();

        assertThat(page)
                .contains("14 of 16 asked have answered.")
                .containsPattern("Yes: \\d+ of the 14 that answered")
                .contains("Not answered: 2");
    }

    @Test
    void a_question_is_compared_over_time_on_the_members_that_answered_both_years() {
        var network = InventedNetwork.named("over-tid");
        InventedShelf.publish(network.edition(2024, 1));
        InventedShelf.publish(network.edition(2025, 1));
        Looking.now(publications);

        assertThat(visitor.get("/en/over-tid/questions/s1-plan").body())
                .containsPattern("Among the 4 that answered both years: \\d+% in 2024, \\d+% in 2025.");
        assertThat(visitor.get("/en/over-tid/2024/questions/s1-plan").body()).doesNotContain("answered both years");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sv/nowhere",
                "/sv/klimatringen/members/nobody",
                "/sv/klimatringen/1066",
                "/sv/klimatringen/2025.9",
                "/sv/klimatringen/questions/nothing",
                "/sv/klimatringen/a/b/c"
            })
    void what_is_not_there_is_a_kind_page(String path) {
        HttpResponse<String> page = visitor.get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Sidan finns inte").contains("Adressen kan vara felskriven");
    }

    @Test
    void a_failure_of_ours_is_told_in_the_language_of_the_address_and_tells_no_secrets() {
        HttpResponse<String> page = visitor.get("/da/failing/page", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains("<html lang=\"da\"")
                .contains("href=\"/de\"")
                .doesNotContain("secret")
                .doesNotContain("Exception");
    }

    @Test
    void a_missing_member_can_be_searched_for_on_the_spot() {
        assertThat(visitor.get("/sv/klimatringen/members/nobody").body())
                .contains("action=\"/sv/klimatringen/members\"")
                .contains("Hitta din kommun");
    }

    @Test
    void a_slash_at_the_end_leads_to_the_page_and_never_to_another_site() {
        HttpResponse<String> slash = visitor.get("/sv/klimatringen/");

        assertThat(slash.statusCode()).isEqualTo(308);
        assertThat(slash.headers().firstValue("Location")).hasValue("/sv/klimatringen");
        assertThat(visitor.get("//elsewhere.example/").headers().firstValue("Location"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/members",
                "/members/%s",
                "/compare",
                "/compare?member=%s",
                "/compare?question=s1-how",
                "/statements",
                "/questions/s1-plan",
                "/questions/s1-share",
                "/method"
            })
    void script_in_every_text_stays_text(String path) {
        var network = InventedNetwork.named("ond");
        if (publications.shelf().orElseThrow().network("ond").isEmpty()) {
            InventedShelf.publish(Hostile.made(network.edition(2025, 2)));
            Looking.now(publications);
        }
        String member = network.edition(2025, 2).members().getFirst().key();

        HttpResponse<String> page = visitor.get("/sv/ond" + path.formatted(member));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("alert(")
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("\"'>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void what_a_reader_types_stays_text() {
        String page = visitor.get("/sv/klimatringen/members?q=" + Query.encode(Hostile.SCRIPT))
                .body();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    private static Edition of(String slug, SmallEdition edition) {
        return edition.of(InventedNetwork.named(slug).profile());
    }

    private static List<String> names(String page) {
        return Pattern.compile("<th scope=\"row\"><a href=\"[^\"]*\">([^<]*)</a></th>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
