package org.samklima.portal.planning.goals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
class GoalImportTests {

    /** One of each kind, with all that each can have. */
    private static final String PLAN = """
            goal|kind|measured by|divided by|field of action|baseline year|baseline value|target year|target|interim goals|baseline scenario|due|reached|decided by|decision date|link|description
            Climate neutral|RELATIVE|Greenhouse gas emissions||Energy / Heat|1990||2030|-70 %|"2020: -25
            2025: -47,25"||||The council|2024-05-06|https://example.org/protocol|"First line

            second line"
            Transport alone|ABSOLUTE|Greenhouse gas emissions by sector: Transport||Transport|2010|1234.5670|2030|100|||||||
            Half of it|SCENARIO|ghg-total|||1990|80000|2030|-50||"1990: 80000
            2030: 90000,5"|||||
            Each of us|INTENSITY|ghg-total|Inhabitants||1990||2030|1,5|||||||
            Heat plan adopted|MILESTONE||||||||||2026-05-01|2026-04-30|||
            """;

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    OwnFigures own;

    @Autowired
    Goals goals;

    @Autowired
    JdbcClient jdbc;

    private Tenant town;
    private World.Person coordinator;

    @BeforeEach
    void a_town_with_figures() {
        town = world.municipality("Granby");
        coordinator = world.person("Klara Klimat", town, Role.COORDINATOR);
        figure("ghg-total", 1990, "80000");
        figure("ghg-total", 2024, "52800");
        figure("population", 1990, "20000");
        figure("population", 2024, "24000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "da", "de", "en"})
    void what_is_exported_is_imported_unchanged_in_any_language_and_format(String language) throws Exception {
        imported(PLAN).andExpect(status().isOk()).andExpect(jsonPath("$.added").value(5));
        var before = all();

        for (var format : List.of("csv", "xlsx")) {
            var file = exported(format, language);
            taken(file, Map.of()).andExpect(jsonPath("$.same").value(5));
            world.in(
                    town,
                    () -> jdbc.sql("DELETE FROM goal WHERE tenant_id = ?")
                            .param(town.id())
                            .update());
            taken(file, Map.of("dryRun", "false")).andExpect(jsonPath("$.added").value(5));
            assertThat(all()).containsExactlyElementsOf(before);
        }
    }

    @Test
    void a_list_becomes_goals_in_their_fields_with_their_history() throws Exception {
        imported(PLAN)
                .andExpect(jsonPath("$.rows[*].code")
                        .value(contains(
                                "goals.import.new-in",
                                "goals.import.new-in",
                                "goals.import.new",
                                "goals.import.new",
                                "goals.import.new")));

        var neutral = all().getFirst();
        assertThat(neutral.target().interim()).hasToString("{2020=-25, 2025=-47.25}");
        assertThat(neutral.description()).isEqualTo("First line\n\nsecond line");
        assertThat(all().get(1).target().sector()).isEqualTo("transport");
        assertThat(all().get(1).target().baselineValue()).isEqualByComparingTo("1234.567");
        assertThat(all().get(2).target().scenario()).hasToString("{1990=80000, 2030=90000.5}");
        assertThat(all().get(3).target().per()).isEqualTo("population");
        assertThat(world.ask(
                        town,
                        () -> jdbc.sql("SELECT count(*) FROM plan_change WHERE tenant_id = ? AND item_kind = 'GOAL'")
                                .param(town.id())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(5);
    }

    @Test
    void a_row_changes_what_it_says_and_a_dash_empties() throws Exception {
        imported(PLAN);

        imported("goal;target;decided by;description\nclimate neutral;-75;-;\nHeat plan adopted;;;\n")
                .andExpect(jsonPath("$.changed").value(1))
                .andExpect(jsonPath("$.same").value(1))
                .andExpect(jsonPath("$.rows[0].message").value("Changes: Goal, Target, Decided by."));

        var neutral = all().getFirst();
        assertThat(neutral.title()).isEqualTo("climate neutral");
        assertThat(neutral.target().value()).isEqualByComparingTo("-75");
        assertThat(neutral.decision().by()).isNull();
        assertThat(neutral.decision().link()).isEqualTo("https://example.org/protocol");
        assertThat(neutral.description()).startsWith("First line");
    }

    @Test
    void every_wrong_row_says_why_and_nothing_is_imported() throws Exception {
        imported("""
                goal|kind|measured by|field of action|baseline year|target year|target|interim goals|due
                |MILESTONE|||||||2026-05-01
                A|wish|||||||
                B|RELATIVE|happiness||1990|2030|-50||
                C|RELATIVE|ghg-sector: joy||1990|2030|-50||
                D|RELATIVE|ghg-total||1990|1980|-50||
                E|RELATIVE|ghg-total||199|2030|1.234|soon|
                F|RELATIVE|ghg-total||1990|2030|50||
                G|MILESTONE||Nowhere|||||
                H|MILESTONE|||||||2026-05-01
                h|MILESTONE|||||||2026-05-01
                """, Map.of("dryRun", "false"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rows[*].code")
                        .value(contains(
                                "goals.invalid.missing.title",
                                "goals.import.kind-unknown",
                                "goals.invalid.unknown-indicator",
                                "goals.invalid.unknown-sector",
                                "goals.invalid.target-before-baseline",
                                "planning.typed.not-a-year",
                                "planning.cell.number-ambiguous",
                                "planning.cell.years-invalid",
                                "goals.invalid.wrong-sign.rises",
                                "fields.named.unknown",
                                "goals.import.new",
                                "lists.duplicate")));

        assertThat(all()).isEmpty();
    }

    @Test
    void whoever_changed_a_goal_since_the_export_is_not_overruled() throws Exception {
        imported(PLAN);
        var file = new String(exported("csv", "en"), UTF_8);
        imported("goal;decided by\nClimate neutral;The board\n");

        taken(file.replace("The council", "The mayor").getBytes(UTF_8), Map.of())
                .andExpect(
                        jsonPath("$.rows[?(@.outcome == 'WRONG')].code").value(contains("goals.import.changed-since")));
    }

    @Test
    void on_the_page_it_is_tried_first_and_then_imported() throws Exception {
        var path = "/" + town.slug() + "/goal-imports";
        mvc.perform(get("/{tenant}/goals", town.slug()).with(coordinator.browser()))
                .andExpect(content().string(containsString(path)));
        mvc.perform(get(path).with(coordinator.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"create-fields\"")));
        var tried = mvc.perform(multipart(path)
                        .file(new MockMultipartFile("file", "goals.csv", "text/csv", PLAN.getBytes(UTF_8)))
                        .param("create-fields", "true")
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Heat plan adopted")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(all()).isEmpty();

        var carriedOut = multipart(path).param("import", "true").param("create-fields", "true");
        for (var name : List.of("list", "column-goal-title", "column-goal-kind", "column-due-on")) {
            carriedOut.param(name, hidden(tried, name));
        }
        carriedOut.param("column-goal-measure", hidden(tried, "column-goal-measure"));
        for (var name : List.of(
                "goal-per",
                "field-of-action",
                "baseline-year",
                "baseline-value",
                "target-year",
                "target-value",
                "interim-goals",
                "baseline-scenario",
                "reached-on")) {
            carriedOut.param("column-" + name, hidden(tried, "column-" + name));
        }
        mvc.perform(carriedOut.with(coordinator.browser()).with(csrf()))
                .andExpect(redirectedUrl("/" + town.slug() + "/goals"));
        assertThat(all()).hasSize(5);
    }

    @Test
    void only_coordinators_import() throws Exception {
        var contributor = world.person("Bo Bidrag", town, Role.CONTRIBUTOR);

        mvc.perform(multipart("/api/v1/{tenant}/goal-imports", town.slug())
                        .file(new MockMultipartFile("file", "goals.csv", "text/csv", PLAN.getBytes(UTF_8)))
                        .with(contributor.token()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/{tenant}/goal-imports", town.slug()).with(contributor.browser()))
                .andExpect(status().isForbidden());
    }

    @Test
    void trying_sends_as_many_statements_for_three_hundred_rows_as_for_three() throws Exception {
        taken(many(3), Map.of());
        int few = QueryCount.of(() -> taken(many(3), Map.of()));

        assertThat(QueryCount.of(() -> taken(many(300), Map.of()))).isEqualTo(few);
    }

    private static byte[] many(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "Goal " + row + ";RELATIVE;ghg-total;1990;2030;-" + (row % 90 + 1))
                .collect(Collectors.joining("\n", "goal;kind;measured by;baseline year;target year;target\n", "\n"))
                .getBytes(UTF_8);
    }

    private static String hidden(String page, String name) {
        var at = page.indexOf("name=\"" + name + "\"");
        assertThat(at).as(name).isPositive();
        var from = page.indexOf("value=\"", at) + 7;
        return page.substring(from, page.indexOf('"', from));
    }

    private ResultActions imported(String list) throws Exception {
        return imported(list, Map.of("dryRun", "false", "createFields", "true"));
    }

    private ResultActions imported(String list, Map<String, String> parameters) throws Exception {
        return taken(list.getBytes(UTF_8), parameters);
    }

    private ResultActions taken(byte[] list, Map<String, String> parameters) throws Exception {
        var request = multipart("/api/v1/{tenant}/goal-imports", town.slug())
                .file(new MockMultipartFile("file", "goals", "application/octet-stream", list));
        parameters.forEach(request::param);
        return mvc.perform(request.with(coordinator.token()).header("Accept-Language", "en"));
    }

    private byte[] exported(String format, String language) throws Exception {
        return mvc.perform(get("/{tenant}/goals.{format}", town.slug(), format)
                        .with(coordinator.browser())
                        .header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /** By title. */
    private List<GoalTerms> all() {
        return world.ask(town, goals::all).stream()
                .map(Goal::terms)
                .sorted((one, other) -> Integer.compare(place(one), place(other)))
                .toList();
    }

    private static int place(GoalTerms terms) {
        return PLAN.toLowerCase().indexOf("\n" + terms.title().toLowerCase() + "|");
    }

    private void figure(String indicator, int year, String value) {
        world.in(
                town,
                () -> own.enter(
                        indicator,
                        new OwnFigures.Entered(
                                year,
                                null,
                                new BigDecimal(value),
                                null,
                                null,
                                new SourceDetails("Own count", null, null))));
    }
}
