package org.samklima.portal.planning.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.planning.PlanAnswers;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.NotationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class GoalTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    OwnFigures own;

    @Autowired
    Goals goals;

    @Autowired
    GoalItems items;

    @Autowired
    GoalAnswers answers;

    @Autowired
    MeasuredGoals measured;

    @Autowired
    JdbcClient jdbc;

    private Tenant town;
    private World.Person coordinator;

    @BeforeEach
    void a_town_with_figures() {
        town = world.municipality("Granby");
        coordinator = world.person("Klara Klimat", town, Role.COORDINATOR);
        figure("ghg-total", 1990, "80000");
        figure("ghg-total", 2023, "55200");
        figure("ghg-total", 2024, "52800");
        figure("population", 1990, "20000");
        figure("population", 2024, "24000");
    }

    @Test
    void an_empty_list_offers_the_first_step_and_every_kind_has_its_form() throws Exception {
        page("/goals").andExpect(content().string(containsString("Set the first goal")));
        page("/goals/new").andExpect(content().string(containsString("kind=SCENARIO")));
        for (var kind : GoalKind.values()) {
            page("/goals/new?kind=" + kind).andExpect(status().isOk());
        }
    }

    @Test
    void a_goal_set_by_its_form_says_in_one_sentence_where_it_stands() throws Exception {
        var id = set(relative().param("interim[0].year", "2020").param("interim[0].value", "−25"));

        page("/goals/" + id)
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Greenhouse gas emissions: the goal is 70% below 1990 by 2030; in 2024 we stood 34% below, which is behind the path, and it now takes a fall of 12% a year.")))
                .andExpect(content().string(containsString("No figure for 1991–2022.")))
                .andExpect(content().string(containsString("Own count")));
        page("/goals")
                .andExpect(content().string(containsString("Climate neutral")))
                .andExpect(content().string(containsString("Behind")))
                .andExpect(content().string(containsString("34% below (2024)")));
    }

    @Test
    void the_sentence_is_said_in_every_language() throws Exception {
        var id = set(relative());

        for (var language : Map.of(
                        "sv",
                                "Utsläpp av växthusgaser: målet är 70\u00a0% under 1990 års nivå till 2030; 2024 låg vi 34\u00a0% under",
                        "da",
                                "Udledning af drivhusgasser: målet er 70\u00a0% under niveauet i 1990 inden 2030; i 2024 lå vi 34\u00a0% under",
                        "de",
                                "Treibhausgasemissionen: Ziel ist 70\u00a0% unter dem Stand von 1990 bis 2030; 2024 lagen wir 34\u00a0% darunter")
                .entrySet()) {
            mvc.perform(get("/{tenant}/goals/{id}", town.slug(), id)
                            .with(coordinator.browser())
                            .locale(Locale.of(language.getKey())))
                    .andExpect(content().string(containsString(language.getValue())));
        }
    }

    @Test
    void numbers_are_typed_as_the_readers_language_writes_them() throws Exception {
        mvc.perform(form("ABSOLUTE")
                        .param("indicator", "ghg-total")
                        .param("baselineYear", "1990")
                        .param("targetYear", "2030")
                        .param("targetValue", "24 000,5")
                        .with(coordinator.browser())
                        .with(csrf())
                        .locale(Locale.of("sv")))
                .andExpect(status().is3xxRedirection());

        var target = goal().terms().target();
        assertThat(target.value()).isEqualByComparingTo("24000.5");
        mvc.perform(get("/{tenant}/goals/{id}/terms", town.slug(), goal().id())
                        .with(coordinator.browser())
                        .locale(Locale.of("sv")))
                .andExpect(content().string(containsString("value=\"24000,5\"")));
    }

    @Test
    void a_scenario_is_pasted_from_a_spreadsheet() throws Exception {
        set(form("SCENARIO")
                .param("indicator", "ghg-total")
                .param("baselineYear", "1990")
                .param("targetYear", "2030")
                .param("targetValue", "-40")
                .param("scenario", "1990\t80,000\r\n2030\t100,000\r\n"));

        assertThat(goal().terms().target().scenario()).hasToString("{1990=80000, 2030=100000}");
        page("/goals/" + goal().id()).andExpect(content().string(containsString("Baseline scenario")));
    }

    @Test
    void an_intensity_says_why_a_year_has_no_figure() throws Exception {
        noted("ghg-total", 2022);
        var id = set(form("INTENSITY")
                .param("indicator", "ghg-total")
                .param("per", "population")
                .param("baselineYear", "1990")
                .param("targetYear", "2030")
                .param("targetValue", "1.5"));

        page("/goals/" + id)
                .andExpect(content().string(containsString("at most 1.5\u00a0t CO₂e per inhabitant by 2030")))
                .andExpect(content()
                        .string(containsString(
                                "2023: no figure, because “Inhabitants” of the same year is not known.")))
                .andExpect(content().string(containsString("Nobody has counted")));
    }

    @ParameterizedTest
    @CsvSource({
        "targetYear, 1990, has to come after the baseline year",
        "targetYear, soon, is not a year",
        "targetYear, 2500, The year lies between",
        "targetValue, 70, lets it rise",
        "targetValue, much, is not a number",
        "targetValue, 9999999999999, larger or more precise",
        "targetValue, '', Enter what is to be reached",
        "indicator, no-such, There is no indicator",
        "indicator, ghg-sector/moon, has no sector",
        "title, '', Give the goal a title",
        "decisionLink, javascript:alert(1), A link begins with",
        "decisionLink, ftp://example.org, A link begins with",
        "field, 00000000-0000-0000-0000-000000000001, does not exist any more",
    })
    void what_cannot_be_a_goal_is_refused_at_its_field(String field, String typed, String because) throws Exception {
        var parameters = new LinkedHashMap<>(Map.of(
                "title", "Bad <b>goal</b>",
                "indicator", "ghg-total",
                "baselineYear", "1990",
                "targetYear", "2030",
                "targetValue", "-70",
                "decidedBy", "The council"));
        parameters.put(field, typed);
        var request = post("/{tenant}/goals", town.slug()).param("kind", "RELATIVE");
        parameters.forEach(request::param);

        sent(request)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(because)))
                .andExpect(content().string(containsString("id=\"" + field.split("/")[0] + "-error\"")))
                .andExpect(content().string(containsString("The council")))
                .andExpect(content().string(not(containsString("<b>goal"))));
        assertThat(world.ask(town, goals::all)).isEmpty();
    }

    @Test
    void a_baseline_of_which_nothing_is_known_has_to_be_typed() throws Exception {
        sent(relative(Map.of("baselineYear", "1985")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No value is known for the baseline year 1985")))
                .andExpect(content().string(containsString("id=\"baselineValue-error\"")));

        set(relative(Map.of("baselineYear", "1985", "baselineValue", "90,000")));
        assertThat(goal().terms().target().baselineValue()).isEqualByComparingTo("90000");
    }

    @Test
    void texts_that_are_too_long_are_refused() throws Exception {
        for (var field :
                Map.of("title", 301, "description", 10_001, "decidedBy", 201).entrySet()) {
            sent(relative(Map.of(field.getKey(), "x".repeat(field.getValue()))))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Use at most")));
        }
    }

    @Test
    void an_interim_goal_may_stand_in_any_row_and_rows_that_were_not_sent_are_none() throws Exception {
        sent(relative(Map.of("targetYear", "soon")).param("interim[2].year", "2020"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"2020\"")));

        set(relative().param("interim[2].year", "2020").param("interim[2].value", "-25"));
        assertThat(goal().terms().target().interim()).hasToString("{2020=-25}");
    }

    @Test
    void interim_goals_that_overlap_or_lie_outside_are_refused() throws Exception {
        interim("2020", "-30", "2020", "-40").andExpect(content().string(containsString("stands here twice")));
        interim("2030", "-30").andExpect(content().string(containsString("has to lie between")));
        interim("1990", "-30").andExpect(content().string(containsString("has to lie between")));
        interim("2020", "10").andExpect(content().string(containsString("leads away from the goal")));
        interim("2020", "").andExpect(content().string(containsString("needs a year and a value")));
        interim("2010", "-40", "2020", "-30").andExpect(content().string(containsString("leads away from the goal")));
        assertThat(world.ask(town, goals::all)).isEmpty();
    }

    @Test
    void a_scenario_that_ends_too_early_is_refused() throws Exception {
        sent(form("SCENARIO")
                        .param("indicator", "ghg-total")
                        .param("baselineYear", "1990")
                        .param("targetYear", "2030")
                        .param("targetValue", "-40")
                        .param("scenario", "1990: 80000\n2025: 90000"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("no value for the target year 2030")))
                .andExpect(content().string(containsString("2025: 90000")));
    }

    @Test
    void the_later_of_two_editors_is_told_and_loses_nothing() throws Exception {
        var id = set(relative());
        sent(relative(id, Map.of("title", "Theirs", "lockVersion", "0"))).andExpect(status().is3xxRedirection());

        sent(relative(id, Map.of("title", "Mine", "lockVersion", "0")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("value=\"Mine\"")))
                .andExpect(content().string(containsString("Somebody else has changed this goal meanwhile")))
                .andExpect(content().string(containsString("name=\"lockVersion\" value=\"1\"")));
        assertThat(goal().title()).isEqualTo("Theirs");

        sent(relative(id, Map.of("title", "Mine", "lockVersion", "1"))).andExpect(status().is3xxRedirection());
        assertThat(goal().title()).isEqualTo("Mine");
    }

    @Test
    void a_goal_is_archived_taken_back_and_removed_and_its_history_stays() throws Exception {
        var id = set(relative());

        sent(post("/{tenant}/goals/{id}/archive", town.slug(), id)).andExpect(notice("goals.archived"));
        page("/goals").andExpect(content().string(not(containsString("Climate neutral"))));
        page("/goals?archived=true").andExpect(content().string(containsString("Climate neutral")));
        sent(post("/{tenant}/goals/{id}/archive/removal", town.slug(), id)).andExpect(notice("goals.restored"));
        page("/goals/" + id + "/removal").andExpect(content().string(containsString("Remove “Climate neutral”?")));
        sent(post("/{tenant}/goals/{id}/removal", town.slug(), id)).andExpect(notice("goals.removed"));

        page("/goals/" + id).andExpect(status().isNotFound());
        page("/plan/history?item=" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("A change since a baseline year")));
        assertThat(history(UUID.fromString(id))).containsExactly("ADDED", "CHANGED", "CHANGED", "REMOVED");
    }

    @Test
    void a_goal_names_the_activities_that_serve_it_and_stays_while_they_do() throws Exception {
        var id = set(relative());
        for (var activity : List.of(
                Map.of("title", "Heat pumps", "effectTonnes", 1200, "status", "ONGOING", "endsOn", "2020-06-30"),
                Map.of("title", "District heat", "effectTonnes", 800, "status", "COMPLETED"),
                Map.of("title", "Gas at last", "effectTonnes", 9000, "status", "CANCELLED"),
                Map.of("title", "Advice on heating"))) {
            var body = new LinkedHashMap<String, Object>(activity);
            body.put("goals", List.of(id));
            api(post("/api/v1/{tenant}/activities", town.slug()), body).andExpect(status().isCreated());
        }

        page("/goals/" + id)
                .andExpect(content().string(containsString("Heat pumps")))
                .andExpect(content().string(containsString("Late")))
                .andExpect(content().string(containsString("Advice on heating")))
                .andExpect(content().string(containsString("save 2,000")))
                .andExpect(content().string(containsString("(2 of 4 are estimated)")));
        page("/goals").andExpect(content().string(containsString("4 activities")));
        sent(post("/{tenant}/goals/{id}/removal", town.slug(), id)).andExpect(notice("goals.remove.served"));
        assertThat(goal().title()).isEqualTo("Climate neutral");
    }

    @Test
    void a_goal_that_a_submitted_report_refers_to_is_not_removed() throws Exception {
        var id = set(relative());
        submitted("{\"answers\": [{\"origin\": {\"items\": [\"%s\"]}}]}".formatted(id));

        sent(post("/{tenant}/goals/{id}/removal", town.slug(), id)).andExpect(notice("goals.remove.referred"));
        mvc.perform(delete("/api/v1/{tenant}/goals/{id}", town.slug(), id).with(coordinator.token()))
                .andExpect(status().isConflict());
        assertThat(goal().title()).isEqualTo("Climate neutral");
    }

    @Test
    void an_indicator_by_which_a_goal_is_measured_is_in_use() throws Exception {
        set(form("INTENSITY")
                .param("indicator", "ghg-total")
                .param("per", "population")
                .param("baselineYear", "1990")
                .param("targetYear", "2030")
                .param("targetValue", "1.5"));

        assertThat(world.ask(town, () -> measured.isUsed("ghg-total"))).isTrue();
        assertThat(world.ask(town, () -> measured.isUsed("population"))).isTrue();
        assertThat(world.ask(town, () -> measured.isUsed("energy-use"))).isFalse();
    }

    @Test
    void programs_set_read_change_and_remove_goals() throws Exception {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "kind",
                "RELATIVE",
                "title",
                "Climate neutral",
                "indicator",
                "ghg-total",
                "baselineYear",
                1990,
                "targetYear",
                2030,
                "targetValue",
                -70,
                "interim",
                List.of(Map.of("year", 2020, "value", -25))));
        var id = id(api(post("/api/v1/{tenant}/goals", town.slug()), body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.standing.state").value("BEHIND"))
                .andExpect(jsonPath("$.standing.target.value").value(24000.0))
                .andExpect(jsonPath("$.standing.changeSinceBaseline").value(-0.34))
                .andExpect(jsonPath("$.standing.neededAmount").value(-4800))
                .andExpect(jsonPath("$.standing.neededShare").value(closeTo(-0.1231, 0.0001), Double.class))
                .andExpect(jsonPath("$.goal.interim[0].value").value(-25)));
        mvc.perform(get("/api/v1/{tenant}/goals/{id}/course", town.slug(), id).with(coordinator.token()))
                .andExpect(jsonPath("$.observed.length()").value(3))
                .andExpect(jsonPath("$.path.length()").value(41))
                .andExpect(jsonPath("$.trend.length()").value(0));
        body.put("title", "Climate neutral 2030");
        api(put("/api/v1/{tenant}/goals/{id}?lockVersion=0", town.slug(), id), body)
                .andExpect(jsonPath("$.goal.title").value("Climate neutral 2030"))
                .andExpect(jsonPath("$.lockVersion").value(1));
        api(put("/api/v1/{tenant}/goals/{id}?lockVersion=0", town.slug(), id), body)
                .andExpect(status().isConflict());
        body.put("targetYear", 1980);
        api(put("/api/v1/{tenant}/goals/{id}?lockVersion=1", town.slug(), id), body)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("goals.invalid.target-before-baseline"));
        mvc.perform(put("/api/v1/{tenant}/goals/{id}/archive", town.slug(), id).with(coordinator.token()))
                .andExpect(jsonPath("$.archived").value(true));
        mvc.perform(get("/api/v1/{tenant}/goals", town.slug()).with(coordinator.token()))
                .andExpect(jsonPath("$.length()").value(0));
        mvc.perform(delete("/api/v1/{tenant}/goals/{id}/archive", town.slug(), id)
                        .with(coordinator.token()))
                .andExpect(jsonPath("$.archived").value(false));
        mvc.perform(delete("/api/v1/{tenant}/goals/{id}", town.slug(), id).with(coordinator.token()))
                .andExpect(status().isNoContent());
    }

    @Test
    void an_empty_request_is_refused_and_no_error_of_ours() throws Exception {
        api(post("/api/v1/{tenant}/goals", town.slug()), Map.of()).andExpect(status().isUnprocessableContent());
        for (var kind : GoalKind.values()) {
            api(post("/api/v1/{tenant}/goals", town.slug()), Map.of("kind", kind, "title", "Nothing"))
                    .andExpect(status().isUnprocessableContent());
            sent(form(kind.name())).andExpect(status().isUnprocessableContent());
        }
        var points = new LinkedHashMap<String, Object>(Map.of(
                "kind",
                "RELATIVE",
                "title",
                "Nothing",
                "indicator",
                "ghg-total",
                "baselineYear",
                1990,
                "targetYear",
                2030,
                "targetValue",
                -70));
        points.put("interim", Arrays.asList((Object) null));
        api(post("/api/v1/{tenant}/goals", town.slug()), points)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("goals.invalid.incomplete"));
    }

    @Test
    void everybody_reads_and_only_coordinators_change() throws Exception {
        var id = set(relative());
        for (var role : List.of(Role.MANAGER, Role.CONTRIBUTOR, Role.DECISION_MAKER)) {
            var reader = world.person("Rut Reader", town, role);
            mvc.perform(get("/{tenant}/goals/{id}", town.slug(), id).with(reader.browser()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/terms"))));
            mvc.perform(get("/{tenant}/goals", town.slug()).with(reader.browser()))
                    .andExpect(status().isOk());
            mvc.perform(relative().with(reader.browser()).with(csrf())).andExpect(status().isForbidden());
        }
    }

    @Test
    void goals_leave_as_a_table() throws Exception {
        set(relative());

        page("/goals.csv")
                .andExpect(content()
                        .string(containsString(
                                "Climate neutral,,A change since a baseline year,Greenhouse gas emissions,")))
                .andExpect(content().string(containsString(",Behind,")))
                .andExpect(content().string(containsString(",2024,52800,")));
        page("/goals.xlsx").andExpect(status().isOk());
    }

    @Test
    void a_path_by_the_carbon_law_is_drawn_on_demand() throws Exception {
        var id = set(relative());

        page("/goals/" + id + "?law=7").andExpect(content().string(containsString("Falling by 7% a year")));
        for (var nonsense : List.of("0", "-3", "100", "much", "")) {
            page("/goals/" + id + "?law=" + nonsense)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Falling by"))));
        }
    }

    @Test
    void a_goal_answers_a_question_of_a_report() throws Exception {
        var id = UUID.fromString(
                set(relative(Map.of("decidedOn", "2024-05-06", "decisionLink", "https://example.org/protocol"))));

        var answer = world.ask(
                town, () -> answers.answer(List.of(id), 2026, Locale.ENGLISH).orElseThrow());

        assertThat(answer.text()).startsWith("Climate neutral. Greenhouse gas emissions: the goal is");
        assertThat(answer.day()).hasToString("2024-05-06");
        assertThat(answer.link()).isEqualTo("https://example.org/protocol");
        assertThat(world.ask(town, () -> answers.choices(Locale.ENGLISH)))
                .extracting(PlanAnswers.Choice::about)
                .containsExactly("Behind");
        assertThat(world.ask(town, () -> answers.answer(List.of(UUID.randomUUID()), 2026, Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void all_goals_are_parts_of_the_plan() throws Exception {
        set(relative().param("interim[0].year", "2020").param("interim[0].value", "-25"));

        var item = world.ask(town, items::all).getFirst();

        assertThat(item.kind()).isEqualTo(PlanItem.Kind.GOAL);
        assertThat(item.facts())
                .containsEntry("indicator", "Utsläpp av växthusgaser")
                .containsEntry("target-value", new BigDecimal("-70"))
                .containsEntry("interim", List.of("2020: -25"));
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_goals() throws Exception {
        set(relative());
        var page = get("/{tenant}/goals", town.slug()).with(coordinator.browser());
        int before = QueryCount.of(() -> mvc.perform(page));

        for (int i = 0; i < 20; i++) {
            set(relative(Map.of("title", "Goal " + i))
                    .param("interim[0].year", "2020")
                    .param("interim[0].value", "-25"));
        }

        assertThat(QueryCount.of(() -> mvc.perform(page))).isEqualTo(before);
    }

    private MockHttpServletRequestBuilder form(String kind) {
        return post("/{tenant}/goals", town.slug())
                .param("kind", kind)
                .param("title", kind.equals("RELATIVE") ? "Climate neutral" : "Some goal");
    }

    private MockHttpServletRequestBuilder relative() {
        return relative(Map.of());
    }

    private MockHttpServletRequestBuilder relative(Map<String, String> instead) {
        return relative(post("/{tenant}/goals", town.slug()), instead);
    }

    private MockHttpServletRequestBuilder relative(String id, Map<String, String> instead) {
        return relative(post("/{tenant}/goals/{id}/terms", town.slug(), id), instead);
    }

    private static MockHttpServletRequestBuilder relative(
            MockHttpServletRequestBuilder request, Map<String, String> instead) {
        var parameters = new LinkedHashMap<>(Map.of(
                "kind", "RELATIVE",
                "title", "Climate neutral",
                "indicator", "ghg-total",
                "baselineYear", "1990",
                "targetYear", "2030",
                "targetValue", "-70"));
        parameters.putAll(instead);
        parameters.forEach(request::param);
        return request;
    }

    private ResultActions interim(String... yearsAndValues) throws Exception {
        var request = relative();
        for (int i = 0; i < yearsAndValues.length; i += 2) {
            request.param("interim[" + i / 2 + "].year", yearsAndValues[i])
                    .param("interim[" + i / 2 + "].value", yearsAndValues[i + 1]);
        }
        return sent(request)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"interim-error\"")))
                .andExpect(content().string(containsString("name=\"interim[0].year\" value=\"" + yearsAndValues[0])));
    }

    private String set(MockHttpServletRequestBuilder request) throws Exception {
        var address = sent(request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A report to a network, handed in with this content. */
    private void submitted(String content) {
        var network = world.association("Klimatringen");
        var report = UUID.randomUUID();
        world.in(town, () -> {
            jdbc.sql("INSERT INTO report (tenant_id, id, network_id, round_id, year, round, form, state, created_at,"
                            + " changed_at) VALUES (?, ?, ?, ?, 2025, '{}', '{}', 'SUBMITTED', now(), now())")
                    .params(town.id(), report, network.id(), UUID.randomUUID())
                    .update();
            jdbc.sql(
                            "INSERT INTO submission (tenant_id, report_id, version, content, receipt, submitted_by, submitted_at)"
                                    + " VALUES (?, ?, 1, ?::json, 'x', 'x', now())")
                    .params(town.id(), report, content)
                    .update();
        });
    }

    private Goal goal() {
        return world.ask(town, goals::all).getFirst();
    }

    private List<String> history(UUID item) {
        return world.ask(
                town,
                () -> jdbc.sql("SELECT action FROM plan_change WHERE tenant_id = ? AND item_id = ? ORDER BY id")
                        .params(town.id(), item)
                        .query(String.class)
                        .list());
    }

    private void figure(String indicator, int year, String value) {
        enter(indicator, new OwnFigures.Entered(year, null, new BigDecimal(value), null, null, source()));
    }

    private void noted(String indicator, int year) {
        enter(indicator, new OwnFigures.Entered(year, null, null, NotationKey.NE, "Nobody has counted", source()));
    }

    private void enter(String indicator, OwnFigures.Entered entered) {
        world.in(town, () -> own.enter(indicator, entered));
    }

    private static SourceDetails source() {
        return new SourceDetails("Own count", null, null);
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(
                get("/" + town.slug() + path).with(coordinator.browser()).locale(Locale.ENGLISH));
    }

    private ResultActions sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(coordinator.browser()).with(csrf()).locale(Locale.ENGLISH));
    }

    private ResultActions api(MockHttpServletRequestBuilder request, Object body) throws Exception {
        return mvc.perform(request.with(coordinator.token())
                .contentType(MediaType.APPLICATION_JSON)
                .locale(Locale.ENGLISH)
                .content(JsonMapper.shared().writeValueAsString(body)));
    }

    private static String id(ResultActions created) throws Exception {
        return JsonPath.read(created.andReturn().getResponse().getContentAsString(), "$.id");
    }

    private static ResultMatcher notice(String key) {
        return flash().attribute("notice", hasToString(containsString("key=" + key)));
    }
}
