package org.samklima.portal.planning.activityexchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.planning.PlanScene;
import org.samklima.portal.planning.activities.Activities;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@PortalTest
class ActivityExchangeTests {

    private static final Map<String, String> IMPORT = Map.of("dryRun", "false");
    private static final Map<String, String> IMPORT_WITH_FIELDS = Map.of("dryRun", "false", "createFields", "true");

    /** As plans are handed on: blank lines, a colour in front, ids that say what hangs on what, text over several lines. */
    private static final String HIERARCHICAL = """
            assessment,id,title,text,priority,parent

            #01873B,H,"Housing","Housing",4.1,

            #01873B,H1,"Label for renovated houses","Label for renovated houses",5,H
            white,H1-Plan,"planned","A label, with a plaque
            for the front door.",5,H1
            orange,H1-13,"Status 2013","Ten plaques.",5,H1
            #01873B,H1-1516,"Status 2015 / 2016","Forty plaques.",5,H1

            #AE1B1B,H5+6,"Night setback","Turn heating down at night",3,H
            white,T,"Transport","Transport",3.2,
            white,T10,"Cycle streets","Cycle streets",3,T
            """;

    @Autowired
    ApplicationContext beans;

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Activities activities;

    private PlanScene scene;

    @BeforeEach
    void a_town() {
        scene = new PlanScene(beans);
    }

    private List<Activity> all() {
        return world.ask(scene.town(), activities::all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "da", "de", "en"})
    void what_is_exported_is_imported_unchanged_in_any_language_and_format(String language) throws Exception {
        scene.goal("Half the emissions; by 2030");
        scene.goal("Clean air, quiet streets");
        scene.has("""
                reference|title|field|status|start|end|responsible|partners|goals|effect|assumption|co-benefits|public|description|budget|milestones
                T1.2|Cycle path – "north"|Transport > Cycling/walking|ongoing|2025-03-01|2027-06-30|Karin Ek|Roads; Parks|"Half the emissions; by 2030
                Clean air, quiet streets"|1.234,567|=HYPERLINK("x")|Health, Jobs and skills|yes|"First line
                - second; line"|"2026 investment: 1234,5 / 40 (State (A/B))
                2027 working time: – / 0"|"2026-05-01: Plan: adopted
                2025-05-01 → 2025-05-12: Drawn"
                T2|Å|||||Nobody of ours||||||no|||
                |Without a reference||cancelled|||||||||||
                """);
        var before = all();
        assertThat(before).hasSize(3);
        assertThat(before)
                .extracting(activity -> activity.plan().budget().size())
                .contains(2);

        for (var format : new String[] {"CSV", "XLSX"}) {
            var file = exported("?format=" + format, language);
            tried(file)
                    .andExpect(jsonPath("$.wrong").value(0))
                    .andExpect(jsonPath("$.same").value(3));
        }
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void a_file_holds_just_what_the_filter_lets_through() throws Exception {
        scene.has("reference;title;status\nA;Cycle path;ongoing\nB;Buses;completed\nC;Trains;ongoing\n");

        var csv = new String(exported("?format=CSV&status=ONGOING&sort=-reference", "en"), UTF_8);

        assertThat(csv.lines().skip(1).map(line -> line.substring(0, 1))).containsExactly("C", "A");
        mvc.perform(get(scene.api("/activities/file?format=XLSX&q=bus"))
                        .with(scene.coordinator().token()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @Test
    void a_plan_whose_rows_hang_on_rows_becomes_fields_activities_and_their_logs() throws Exception {
        tried(HIERARCHICAL, Map.of("createFields", "true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath(
                        "$.rows[*].message",
                        contains(
                                "Becomes a field of action.",
                                "Becomes an activity in Housing.",
                                "Belongs to the description of H1 Label for renovated houses.",
                                "Becomes an entry in the log of H1 Label for renovated houses, of 31 December 2013.",
                                "Becomes an entry in the log of H1 Label for renovated houses, of 31 December 2016.",
                                "Becomes an activity in Housing.",
                                "Becomes a field of action.",
                                "Becomes an activity in Transport.")))
                .andExpect(jsonPath("$.rows[3].row").value(8));
        assertThat(all()).isEmpty();

        imported(HIERARCHICAL, IMPORT_WITH_FIELDS).andExpect(jsonPath("$.added").value(8));

        assertThat(scene.of("H1", "description", String.class))
                .isEqualTo("planned\nA label, with a plaque\nfor the front door.");
        assertThat(scene.of("H1", "last_logged_on", String.class)).isEqualTo("2016-12-31");
        assertThat(scene.of("H5+6", "description", String.class)).isEqualTo("Turn heating down at night");
        assertThat(logOf("H1")).containsExactly("Status 2013\nTen plaques.", "Status 2015 / 2016\nForty plaques.");
        tried(HIERARCHICAL, Map.of())
                .andExpect(jsonPath("$.same").value(8))
                .andExpect(jsonPath("$.added").value(0));
    }

    @Test
    void rows_at_the_top_can_be_activities_and_a_row_can_hang_on_what_is_there_already() throws Exception {
        scene.has("reference;title;field\nA;Cycle path;Transport\n");

        var list = """
                id;title;text;parent
                B;Buses;;
                B-1;Status 2020;Ten buses;B
                C;Trains;;transport
                A-1;Status 2021;Opened;A
                A-2;soon;No day;A
                D;Ships;;Shipping
                """;
        tried(list, Map.of("topRows", "ACTIVITIES"))
                .andExpect(jsonPath("$.rows[0].code").value("activityexchange.becomes-activity"))
                .andExpect(jsonPath("$.rows[1].code").value("activityexchange.becomes-entry"))
                .andExpect(jsonPath("$.rows[2].message").value("Becomes an activity in Transport."))
                .andExpect(jsonPath("$.rows[3].message")
                        .value(containsString("the log of A Cycle path, of 31 December 2021")))
                .andExpect(jsonPath("$.rows[4].code").value("activityexchange.entry-undated"))
                .andExpect(jsonPath("$.rows[5].code").value("activityexchange.parent-unknown"));
        imported(list.replaceAll("A-2.*\n|D;.*\n", ""), Map.of("dryRun", "false", "topRows", "ACTIVITIES"))
                .andExpect(jsonPath("$.imported").value(true));
        assertThat(logOf("A")).containsExactly("Status 2021\nOpened");
    }

    @Test
    void a_row_that_hangs_on_itself_or_on_an_entry_is_wrong() throws Exception {
        tried(
                        "id,title,parent\nA,One,B\nB,Two,A\nC,Field,\nD,Activity,C\nE,Status 2020,D\nF,Status 2021,E\n",
                        Map.of("createFields", "true"))
                .andExpect(jsonPath("$.rows[0].code").value("activityexchange.parent-knot"))
                .andExpect(jsonPath("$.rows[1].code").value("activityexchange.parent-knot"))
                .andExpect(jsonPath("$.rows[5].code").value("activityexchange.parent-is-entry"));
    }

    @Test
    void every_wrong_row_says_all_that_is_wrong_with_it_and_nothing_is_imported() throws Exception {
        scene.goal("Cycling doubles");
        var list = """
                reference|title|field|status|start|end|responsible|goals|effect|co-benefits|public|budget|milestones
                A|Right|||||||||||
                A|Twice|||||||||||
                B||||||||||||
                C|Unknown|Nowhere|somehow|||nobody@example.org|Walking doubles||Fame|maybe||
                D|Backwards|||2027-01-01|2026-01-01|||||||
                E|Less than nothing||||||||||2026 drift: -5 / 3|
                F|Wrong numbers|||someday||||1.234|||2026 drift: lots / 3|soon: Built
                G|%s|||||||||||
                """.formatted("Long ".repeat(70));

        imported(list, IMPORT)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.imported").value(false))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.wrong").value(7))
                .andExpect(codes(3, "lists.duplicate"))
                .andExpect(codes(4, "activities.flaw.title-missing"))
                .andExpect(codes(
                        5,
                        "fields.named.unknown",
                        "activityexchange.status-unknown",
                        "activityexchange.person-unknown",
                        "activityexchange.goal-unknown",
                        "activityexchange.co-benefit-unknown",
                        "activityexchange.shown-unknown"))
                .andExpect(codes(6, "activities.flaw.ends-before-start"))
                .andExpect(codes(7, "activities.flaw.money-negative"))
                .andExpect(codes(
                        8,
                        "planning.cell.day-invalid",
                        "planning.cell.number-ambiguous",
                        "planning.cell.number-invalid",
                        "planning.cell.day-invalid"))
                .andExpect(jsonPath(
                        "$.rows[?(@.row == 9)].message", contains(containsString("Activity: At most 300 characters"))));
        assertThat(all()).isEmpty();
        assertThat(fields()).isEmpty();
    }

    private static ResultMatcher codes(int row, String... codes) {
        return jsonPath("$.rows[?(@.row == " + row + ")].code", hasItems(codes));
    }

    @Test
    void a_row_means_the_activity_with_its_reference_else_with_its_title_and_blank_cells_say_nothing()
            throws Exception {
        scene.has("""
                reference;title;status;responsible;partners;effect
                A;Cycle path;ongoing;Roads office;Parks;5
                ;Buses;ongoing;;;
                """);
        tried("reference;title;status;partners;effect\nA;Cycle road;;-;\nB;Buses;completed;;\n")
                .andExpect(jsonPath("$.changed").value(2))
                .andExpect(jsonPath("$.rows[0].message").value("Changes: Activity, Partners."))
                .andExpect(jsonPath("$.rows[1].message").value("Changes: Reference, Status."));

        imported("reference;title;status;partners;effect\nA;Cycle road;;-;\nB;Buses;completed;;\n", IMPORT);

        assertThat(all()).hasSize(2);
        assertThat(scene.of(
                        "A", "title || '/' || responsible || '/' || partners || '/' || effect_tonnes", String.class))
                .isEqualTo("Cycle road/Roads office//5");
        assertThat(scene.of("B", "status", String.class)).isEqualTo("COMPLETED");
    }

    @Test
    void activities_exchange_their_references_in_one_list() throws Exception {
        scene.has("reference;title;partners\nA;Cycle path;Parks\nB;Buses;\nC;Trains;\nD;Ferries;\n");
        scene.has("reference;title;partners\nB;Buses;Region\n");
        var file = new String(exported("?format=CSV", "en"), UTF_8)
                .replace("A,Cycle path", "#,Cycle path")
                .replace("B,Buses", "C,Buses")
                .replace("C,Trains", "A,Trains")
                .replace("#,Cycle path", "B,Cycle path");

        imported(file, IMPORT)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changed").value(3))
                .andExpect(jsonPath("$.same").value(1))
                .andExpect(jsonPath("$.rows[0].message").value("Changes: Reference."));

        assertThat(scene.of("B", "title || '/' || partners", String.class)).isEqualTo("Cycle path/Parks");
        assertThat(scene.of("C", "title || '/' || partners", String.class)).isEqualTo("Buses/Region");
        assertThat(scene.of("A", "title", String.class)).isEqualTo("Trains");
    }

    @Test
    void a_reference_that_another_keeps_is_still_that_ones() throws Exception {
        scene.has("reference;title\nA;Cycle path\nB;Buses\n");

        tried("reference;title\nB;Cycle path\n")
                .andExpect(jsonPath("$.changed").value(1))
                .andExpect(jsonPath("$.rows[0].message").value("Changes: Activity."));
        tried("reference;title\nB;Cycle path\nC;Buses\n")
                .andExpect(jsonPath("$.added").value(1));
    }

    @Test
    void a_title_that_several_have_is_refused() throws Exception {
        scene.has("reference;title\nA;Lights\nB;Lights\n");

        tried("title\nLights\n").andExpect(jsonPath("$.rows[0].code").value("activityexchange.title-ambiguous"));
        tried("reference;title\nC;Lights\n").andExpect(jsonPath("$.added").value(1));
    }

    @Test
    void whoever_changed_an_activity_since_the_export_is_not_overruled() throws Exception {
        scene.has("reference;title;partners\nA;Cycle path;\nB;Buses;\n");
        var file = new String(exported("?format=CSV", "en"), UTF_8);
        scene.has("reference;partners\nA;Parks\n");

        tried(file.replace("Cycle path", "Cycle road").replace("Buses", "Trams"))
                .andExpect(codes(2, "activityexchange.changed-since"))
                .andExpect(codes(3, "activityexchange.changes"));
        tried(file.replace("Buses", "Trams"))
                .andExpect(jsonPath("$.same").value(1))
                .andExpect(jsonPath("$.changed").value(1));
    }

    @Test
    void colours_become_the_status_that_whoever_imports_says() throws Exception {
        var list = "colour,title\n#01873B,Cycle path\nwhite,Buses\n".getBytes(UTF_8);
        var mapping = Map.of("activity-status", "colour", "activity-title", "title");

        scene.imported(list, Map.of(), Map.of("mapping", mapping))
                .andExpect(jsonPath("$.rows[0].code").value("activityexchange.status-unknown"));
        scene.imported(
                        list,
                        IMPORT,
                        Map.of("mapping", mapping, "statuses", Map.of("#01873B", "ONGOING", "white", "NOT_STARTED")))
                .andExpect(jsonPath("$.added").value(2));
        assertThat(all())
                .extracting(activity -> activity.status().name())
                .containsExactlyInAnyOrder("ONGOING", "NOT_STARTED");
    }

    @Test
    void on_the_page_the_words_of_the_file_are_given_their_meaning_and_then_it_is_imported() throws Exception {
        var tried = page(
                        Map.of("create-fields", "true"),
                        "reference;title;field;status\nA;<b>Cycle</b>;Transport;green\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("status-word-1")))
                .andExpect(content().string(containsString("&lt;b&gt;Cycle")))
                .andExpect(content().string(not(containsString("<b>Cycle"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var packed = Pattern.compile("name=\"list\" value=\"([^\"]+)\"").matcher(tried);
        assertThat(packed.find()).isTrue();
        var chosen = Map.of(
                "list", packed.group(1),
                "column-activity-reference", "#1",
                "column-activity-title", "#2",
                "column-field-of-action", "#3",
                "column-activity-status", "#4",
                "create-fields", "true",
                "status-word-1", "green",
                "status-of-1", "ONGOING");
        page(chosen, null).andExpect(status().isOk()).andExpect(content().string(containsString("Import one row")));
        var done = new HashMap<>(chosen);
        done.put("import", "true");
        page(done, null).andExpect(redirectedUrl(scene.page("/activities")));

        assertThat(scene.of("A", "status", String.class)).isEqualTo("ONGOING");
        assertThat(fields()).containsExactly("Transport");
    }

    private ResultActions page(Map<String, String> parameters, String list) throws Exception {
        var request = multipart(scene.page("/activity-imports"));
        if (list != null) {
            request.file(new MockMultipartFile("file", "plan.csv", "text/csv", list.getBytes(UTF_8)));
        }
        parameters.forEach(request::param);
        return mvc.perform(
                request.with(scene.coordinator().browser()).with(csrf()).header("Accept-Language", "en"));
    }

    @Test
    void a_contributor_imports_and_makes_no_fields_and_others_do_not_import() throws Exception {
        var list = "title;field\nCycle path;Transport\n".getBytes(UTF_8);
        var contributor = world.person("Carl Dahl", scene.town(), Role.CONTRIBUTOR);
        var reader = world.person("Dora Dahl", scene.town(), Role.DECISION_MAKER);

        scene.imported(contributor, list, IMPORT_WITH_FIELDS, Map.of()).andExpect(status().isForbidden());
        scene.imported(contributor, "title\nCycle path\n".getBytes(UTF_8), IMPORT, Map.of())
                .andExpect(jsonPath("$.imported").value(true));
        scene.imported(reader, list, Map.of(), Map.of()).andExpect(status().isForbidden());
    }

    @Test
    void an_import_stands_in_the_history_and_in_the_audit_trail() throws Exception {
        scene.has("reference;title\nA;Cycle path\n");
        scene.has("reference;title\nA;Cycle road\n");

        mvc.perform(get(scene.api("/plan/changes")).with(scene.coordinator().token()))
                .andExpect(jsonPath("$[*].action", contains("CHANGED", "ADDED")))
                .andExpect(jsonPath("$[0].actor").value("Karin Ek"));
        assertThat(world.ask(
                        scene.town(),
                        () -> jdbc.sql(
                                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'activity.imported'")
                                .param(scene.town().id())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(2);
    }

    @Test
    void trying_sends_as_many_statements_for_three_hundred_rows_as_for_three_and_so_does_a_file() throws Exception {
        scene.has(rows(3));
        tried(rows(3));
        int few = QueryCount.of(() -> tried(rows(3)));
        int fewOut = QueryCount.of(() -> exported("?format=XLSX", "en"));

        assertThat(QueryCount.of(() -> tried(rows(300)))).isEqualTo(few);
        scene.has(rows(300));
        assertThat(all()).hasSize(300);
        assertThat(QueryCount.of(() -> exported("?format=XLSX", "en"))).isEqualTo(fewOut);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "A%1$d;Activity %1$d;Field;ongoing;2026 drift: 1 / 1;News".formatted(number))
                .collect(Collectors.joining("\n", "reference;title;field;status;budget;log\n", "\n"));
    }

    private ResultActions tried(String list) throws Exception {
        return tried(list.getBytes(UTF_8));
    }

    private ResultActions tried(byte[] list) throws Exception {
        return scene.imported(list, Map.of(), Map.of());
    }

    private ResultActions tried(String list, Map<String, String> options) throws Exception {
        return scene.imported(list.getBytes(UTF_8), options, Map.of());
    }

    private ResultActions imported(String list, Map<String, String> options) throws Exception {
        return scene.imported(list.getBytes(UTF_8), options, Map.of());
    }

    private byte[] exported(String query, String language) throws Exception {
        return mvc.perform(get(URI.create(scene.page("/activities/file" + query)))
                        .with(scene.coordinator().browser())
                        .header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> logOf(String reference) {
        return world.ask(
                scene.town(),
                () -> jdbc.sql("SELECT body FROM activity_log l JOIN activity a"
                                + " ON a.tenant_id = l.tenant_id AND a.id = l.activity_id"
                                + " WHERE l.tenant_id = ? AND a.reference = ? ORDER BY happened_on, l.id")
                        .params(scene.town().id(), reference)
                        .query(String.class)
                        .list());
    }

    private List<String> fields() {
        return world.ask(
                scene.town(),
                () -> jdbc.sql("SELECT name FROM plan_field WHERE tenant_id = ? ORDER BY name")
                        .param(scene.town().id())
                        .query(String.class)
                        .list());
    }
}
