package org.samklima.portal.planning.communication.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.EntryText;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PlanScene;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.planning.communication.Titles;
import org.samklima.portal.planning.communication.Titles.Title;
import org.samklima.portal.planning.communication.WheelChanges;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The plan's pages and files: what was entered comes out again, and what leaves can come back. */
@PortalTest
class CommunicationPagesTests {

    private static final String LAUNCH = "Plan for lancering af Havneby Klimaplan";
    private static final String IMPLEMENTATION = "Plan for implementering af Havneby Klimaplan";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    CommunicationPlan plan;

    @Autowired
    PlanTasks tasks;

    @Autowired
    Titles titles;

    @Autowired
    Glossary glossary;

    @Autowired
    WheelChanges wheel;

    @Autowired
    JdbcClient jdbc;

    Tenant town;
    World.Person coordinator;

    @BeforeEach
    void a_town_that_works_in_danish() {
        town = world.municipality("Havneby");
        world.in(
                town,
                () -> jdbc.sql("UPDATE tenant SET languages = '{da,en}' WHERE id = ?")
                        .param(town.id())
                        .update());
        coordinator = world.person("Kim Koordinator", town, Role.COORDINATOR);
    }

    @Test
    void the_two_tables_that_were_entered_come_out_again_as_a_page() throws Exception {
        enter();

        var tables = page("/communication").split("<section class=\"plan-table\">");

        assertThat(tables).hasSize(3);
        assertThat(Html.texts(tables[1], "h2")).containsExactly(LAUNCH);
        assertThat(Html.texts(tables[2], "h2")).contains(IMPLEMENTATION, "Nærmere beskrivelse af navne og begreber");
        assertThat(Html.texts(tables[1], "th scope=\"col\""))
                .containsExactly(
                        "HvemHvilken interessent er målgruppe",
                        "HvadHvad er budskabet",
                        "HvorHvilke kanaler vil vi benytte",
                        "EffektHvad vil vi opnå med kommunikationen",
                        "Hvornår",
                        "Ansvar");
        assertThat(cells(tables[1])).isEqualTo(expected(PlanScene.LAUNCH));
        assertThat(cells(tables[2])).isEqualTo(expected(PlanScene.IMPLEMENTATION));
        assertThat(Html.texts(tables[2], "dt")).containsExactly("Klimakontor", "Videnhuset", "Havneby Erhverv (HE)");
        var office = world.ask(town, () -> glossary.all()).getFirst();
        assertThat(tables[2])
                .contains("Ledelsen; <a class=\"party-name\" href=\"#party-" + office.id() + "\">klimakontor</a>")
                .contains("<dt id=\"party-" + office.id() + "\"");
    }

    @Test
    void the_two_tables_that_were_entered_come_out_again_as_a_document() throws Exception {
        enter();

        var response = mvc.perform(get("/{tenant}/communication/plan.docx", town.slug())
                        .with(coordinator.browser())
                        .header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();

        assertThat(response.getHeader("Content-Disposition")).contains("Havneby%20Kommunikationsplan%20");
        try (var document = new XWPFDocument(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(headings(document))
                    .containsExactly(
                            LAUNCH,
                            IMPLEMENTATION,
                            "Nærmere beskrivelse af navne og begreber",
                            "Klimakontor",
                            "Videnhuset",
                            "Havneby Erhverv (HE)");
            assertThat(document.getTables()).hasSize(2);
            var launch = document.getTables().get(0);
            assertThat(cells(launch, 0))
                    .containsExactly(
                            "Hvem\nHvilken interessent er målgruppe",
                            "Hvad\nHvad er budskabet",
                            "Hvor\nHvilke kanaler vil vi benytte",
                            "Effekt\nHvad vil vi opnå med kommunikationen",
                            "Hvornår",
                            "Ansvar");
            assertThat(launch.getRow(0).isRepeatHeader()).isTrue();
            assertThat(rows(launch)).isEqualTo(expected(PlanScene.LAUNCH));
            assertThat(rows(document.getTables().get(1))).isEqualTo(expected(PlanScene.IMPLEMENTATION));
            var size = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat((BigInteger) size.getW()).isGreaterThan((BigInteger) size.getH());
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains("Det blev åbnet i 2020.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void what_leaves_as_a_list_is_known_again_where_it_is_and_is_taken_where_it_is_not(String format) throws Exception {
        enter();
        var list = mvc.perform(get("/{tenant}/communication/plan." + format, town.slug())
                        .with(coordinator.browser())
                        .header("Accept-Language", "da"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        importing(town, coordinator, "plan." + format, list, true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.same").value(PlanScene.LAUNCH.size() + PlanScene.IMPLEMENTATION.size()))
                .andExpect(jsonPath("$.added").value(0))
                .andExpect(jsonPath("$.changed").value(0));

        var neighbour = world.municipality("Naboby");
        var colleague = world.person("Kaja Kollega", neighbour, Role.COORDINATOR);
        importing(neighbour, colleague, "plan." + format, list, true)
                .andExpect(jsonPath("$.added").value(PlanScene.LAUNCH.size() + PlanScene.IMPLEMENTATION.size()));
        assertThat(world.ask(neighbour, () -> plan.entries())).isEmpty();
        importing(neighbour, colleague, "plan." + format, list, false)
                .andExpect(jsonPath("$.imported").value(true));
        assertThat(world.ask(neighbour, () -> plan.entries()).stream().map(Entry::text))
                .containsExactlyElementsOf(Stream.of(PlanScene.LAUNCH, PlanScene.IMPLEMENTATION)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void a_table_pasted_from_a_document_is_understood_by_its_headings() throws Exception {
        importing(town, coordinator, "tabel.csv", """
                        Hvem Hvilken interessent er målgruppe;Hvad Hvad er budskabet;Hvor Hvilke kanaler;Effekt Hvad vil vi opnå;Hvornår;Ansvar
                        Alle;Høring;Hjemmeside;Input;Q2 2026;Klimakontor
                        Alle;Fest;Torvet;Glæde;engang;Klimakontor
                        """.getBytes(UTF_8), false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[1].code").value("communication.import.when-not-understood"));

        assertThat(world.ask(town, () -> plan.entries()).stream().map(Entry::text))
                .containsExactly(
                        PlanScene.row(Phase.LAUNCH, "Alle", "Høring", "Hjemmeside", "Input", "Q2 2026", "Klimakontor"),
                        PlanScene.row(Phase.LAUNCH, "Alle", "Fest", "Torvet", "Glæde", "engang", "Klimakontor"));
    }

    @Test
    void a_list_changes_the_rows_it_knows_and_leaves_what_it_has_no_column_for() throws Exception {
        enter();

        importing(
                        town,
                        coordinator,
                        "rettelser.csv",
                        "hvem;hvad;hvornår\nalle;Høring af planen;Q1 2027\nLokalråd, Grønt Forum;Planen er trykt;Q2/Q3 2026\n"
                                .getBytes(UTF_8),
                        false)
                .andExpect(jsonPath("$.changed").value(2))
                .andExpect(jsonPath("$.added").value(0));

        var rows = world.ask(town, () -> plan.entries());
        assertThat(rows.stream().map(row -> row.text().stakeholder()).toList().subList(3, 5))
                .containsExactly("Lokalråd, Grønt Forum", "alle");
        assertThat(rows.get(3).text().message()).isEqualTo("Planen er trykt");
        assertThat(rows.get(3).text().channel())
                .isEqualTo(PlanScene.LAUNCH.get(3).channel());
        assertThat(world.ask(
                        town,
                        () -> tasks.find(TaskFilter.ALL.ofEntry(rows.get(4).id()))))
                .extracting(task -> task.occurrence())
                .containsExactly("2027-Q1");
    }

    @Test
    void one_wrong_row_and_nothing_is_imported() throws Exception {
        importing(
                        town,
                        coordinator,
                        "plan.csv",
                        "fase;hvem;hvad\nLancering;Alle;Høring\nFestfase;Alle;Fest\n;;Ingen\nlaunch;alle;høring\n"
                                .getBytes(UTF_8),
                        false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rows[0].outcome").value("NEW"))
                .andExpect(jsonPath("$.rows[1].code").value("communication.import.phase-unknown"))
                .andExpect(jsonPath("$.rows[2].code").value("communication.stakeholder-missing"))
                .andExpect(jsonPath("$.rows[3].code").value("lists.duplicate"));

        assertThat(world.ask(town, () -> plan.entries())).isEmpty();
    }

    @Test
    void a_row_without_a_stakeholder_comes_back_as_typed() throws Exception {
        mvc.perform(post("/{tenant}/communication/entries", town.slug())
                        .param("phase", "LAUNCH")
                        .param("stakeholder", " ")
                        .param("message", "Noget vi skrev")
                        .with(coordinator.browser())
                        .header("Accept-Language", "da")
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content().string(allOf(containsString("Noget vi skrev"), containsString("hvem der skal nås"))));
    }

    @Test
    void whoever_saves_later_finds_what_they_typed_beside_what_is_stored() throws Exception {
        var row = world.ask(town, () -> plan.add(PlanScene.LAUNCH.getFirst()));
        world.in(town, () -> plan.change(row.id(), PlanScene.LAUNCH.get(1), 0));

        var saving = post("/{tenant}/communication/entries/{id}", town.slug(), row.id())
                .param("phase", "LAUNCH")
                .param("stakeholder", "Det jeg skrev")
                .param("lockVersion", "0")
                .with(coordinator.browser())
                .with(csrf());
        var page = mvc.perform(saving)
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Html.texts(page, "textarea")).contains("Det jeg skrev");
        assertThat(Html.texts(page, "dd")).contains(PlanScene.LAUNCH.get(1).stakeholder());
        var version = page.replaceFirst("(?s).*name=\"lockVersion\" value=\"(\\d+)\".*", "$1");
        mvc.perform(post("/{tenant}/communication/entries/{id}", town.slug(), row.id())
                        .param("phase", "LAUNCH")
                        .param("stakeholder", "Det jeg skrev")
                        .param("lockVersion", version)
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/*/communication#entry-*"));
    }

    @Test
    void what_nobody_understands_asks_for_days_and_takes_them() throws Exception {
        mvc.perform(post("/{tenant}/communication/entries", town.slug())
                        .param("phase", "LAUNCH")
                        .param("stakeholder", "Alle")
                        .param("when", "når rådet har vedtaget den")
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/*/communication/entries/*/days"));
        var row = world.ask(town, () -> plan.entries()).getFirst();

        giveDays(row, "tirsdag\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("tirsdag")));
        giveDays(row, "15. maj 2027\nQ3 2027").andExpect(status().is3xxRedirection());

        assertThat(world.ask(town, () -> tasks.find(TaskFilter.ALL)))
                .extracting(task -> task.dueOn())
                .containsExactly(LocalDate.of(2027, 5, 15), LocalDate.of(2027, 9, 30));
        assertThat(cells(page("/communication")).getFirst()).contains("når rådet har vedtaget den");
    }

    @Test
    void what_is_due_stands_on_the_first_page_of_whoever_it_is_for() throws Exception {
        var contributor = world.person("Bo Bidrager", town, Role.CONTRIBUTOR);
        world.in(town, () -> glossary.add(PlanScene.PARTIES.getFirst(), Set.of(contributor.id())));
        var today = world.ask(town, () -> tasks.today());
        world.in(
                town,
                () -> plan.add(PlanScene.row(
                        Phase.LAUNCH,
                        "Alle",
                        "Høring",
                        "",
                        "",
                        today.plusDays(10).toString(),
                        "HE + klimakontor")));
        world.in(
                town,
                () -> plan.add(PlanScene.row(
                        Phase.LAUNCH,
                        "Naboer",
                        "Høring",
                        "",
                        "",
                        today.plusDays(200).toString(),
                        "Klimakontor")));

        mvc.perform(get("/{tenant}", town.slug()).with(contributor.browser()).header("Accept-Language", "da"))
                .andExpect(
                        content().string(allOf(containsString("Alle: Høring"), not(containsString("Naboer: Høring")))));
        mvc.perform(get("/{tenant}", town.slug()).with(coordinator.browser()))
                .andExpect(content().string(not(containsString("Alle: Høring"))));
    }

    @Test
    void everybody_reads_the_plan_and_only_those_who_write_it_change_it() throws Exception {
        enter();
        var row = world.ask(town, () -> plan.entries()).getFirst();
        var task = world.ask(town, () -> tasks.find(TaskFilter.ALL)).getFirst();
        var politician = world.person("Per Politiker", town, Role.DECISION_MAKER);
        var contributor = world.person("Bo Bidrager", town, Role.CONTRIBUTOR);

        for (var reader : List.of(politician, contributor)) {
            for (var path : List.of(
                    "",
                    "/tasks",
                    "/year-wheel",
                    "/glossary",
                    "/calendar",
                    "/entries/" + row.id(),
                    "/tasks/" + task.id())) {
                mvc.perform(get("/{tenant}/communication" + path, town.slug()).with(reader.browser()))
                        .andExpect(status().isOk());
            }
            mvc.perform(post("/{tenant}/communication/entries/{id}", town.slug(), row.id())
                            .param("stakeholder", "Alle")
                            .with(reader.browser())
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        var done = post("/{tenant}/communication/tasks/done", town.slug())
                .param("task", task.id().toString());
        mvc.perform(done.with(politician.browser()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post("/{tenant}/communication/tasks/done", town.slug())
                        .param("task", task.id().toString())
                        .with(contributor.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(world.ask(town, () -> tasks.get(task.id())).isDone()).isTrue();
    }

    @Test
    void the_year_wheel_shows_points_and_tasks_on_the_drawing_and_in_the_list() throws Exception {
        world.in(town, () -> wheel.add("Budget vedtages", 10, 15));
        world.in(town, () -> plan.add(PlanScene.row(Phase.LAUNCH, "Alle", "Høring", "", "", "Q2/Q3 2027", "")));

        var page = page("/communication/year-wheel?year=2027");

        var drawing =
                page.substring(page.indexOf("<svg viewBox=\"0 0 600 600\" role=\"img\""), page.indexOf("<figcaption"));
        assertThat(drawing.split("<path class=\"wheel-month", -1)).hasSize(13);
        assertThat(drawing.split("<circle class=\"wheel-point", -1)).hasSize(2);
        assertThat(drawing.split("<circle class=\"wheel-task", -1)).hasSize(3);
        var list = page.substring(
                page.indexOf("<section class=\"wheel-list"), page.indexOf("<section class=\"wheel-points"));
        assertThat(Html.texts(list, "h3")).containsExactly("juni", "september", "oktober");
        assertThat(Html.texts(list, "li")).anyMatch(line -> line.contains("Budget vedtages"));
        assertThat(Html.texts(list, "a")).containsExactly("Alle: Høring", "Alle: Høring");
        mvc.perform(post("/{tenant}/communication/year-wheel/points", town.slug())
                        .param("name", "Ingen dag")
                        .param("month", "4")
                        .param("day", "31")
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Ingen dag")));
    }

    @Test
    void whoever_changes_a_point_that_somebody_else_changed_keeps_what_they_typed_and_may_save_it_again()
            throws Exception {
        var point = world.ask(town, () -> wheel.add("Budget", 10, 15));
        world.in(town, () -> wheel.change(point.id(), "Budget vedtages", 10, 16, 0));
        var path = "/" + town.slug() + "/communication/year-wheel/points/" + point.id();

        var late = mvc.perform(post(path)
                        .param("name", "Budgettet")
                        .param("month", "9")
                        .param("day", "1")
                        .param("lockVersion", "0")
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("value=\"Budgettet\"")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(late).contains("name=\"lockVersion\" value=\"1\"");
        mvc.perform(post(path)
                        .param("name", "Budgettet")
                        .param("month", "9")
                        .param("day", "1")
                        .param("lockVersion", "1")
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_month_with_much_to_do_lists_what_one_reads_and_says_how_much_is_left_out() throws Exception {
        world.in(town, () -> {
            for (int number = 0; number < 25; number++) {
                plan.add(PlanScene.row(Phase.LAUNCH, "Gruppe " + number, "", "", "", "juni 2027", ""));
            }
        });

        var page = page("/communication/year-wheel?year=2027");

        var list = page.substring(
                page.indexOf("<section class=\"wheel-list"), page.indexOf("<section class=\"wheel-points"));
        assertThat(Html.texts(list, "a")).hasSize(21).last().isEqualTo("og 5 mere");
    }

    @Test
    void more_rows_take_no_more_queries_to_show() throws Exception {
        world.in(town, () -> plan.add(PlanScene.LAUNCH.getFirst()));
        var paths = List.of(
                "/communication",
                "/communication/tasks",
                "/communication/year-wheel?year=2026",
                "/communication/plan.docx");
        var few = new ArrayList<Integer>();
        for (var path : paths) {
            page(path);
            few.add(QueryCount.of(() -> page(path)));
        }
        enter();

        for (var path : paths) {
            assertThat(QueryCount.of(() -> page(path))).as(path).isEqualTo(few.get(paths.indexOf(path)));
        }
    }

    @Test
    void the_api_does_what_the_pages_do() throws Exception {
        var created = mvc.perform(post("/api/v1/{tenant}/communication-entries", town.slug())
                        .contentType("application/json")
                        .content("""
                                {"phase": "IMPLEMENTATION", "stakeholder": "Netværk", "when": "2-4 årlige møder"}""")
                        .with(coordinator.token()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.understood.timesAYear.least").value(2))
                .andExpect(jsonPath("$.lockVersion").value(0))
                .andReturn();
        assertThat(created.getResponse().getContentAsString()).contains("\"when\":\"2-4 årlige møder\"");
        mvc.perform(get("/api/v1/{tenant}/communication-plan", town.slug()).with(coordinator.token()))
                .andExpect(jsonPath("$.titles.LAUNCH").isNotEmpty())
                .andExpect(jsonPath("$.entries[0].stakeholder").value("Netværk"));
        mvc.perform(get("/api/v1/{tenant}/communication-tasks?state=OPEN", town.slug())
                        .with(coordinator.token()))
                .andExpect(jsonPath("$[0].occurrence").isNotEmpty());
        mvc.perform(post("/api/v1/{tenant}/communication-readings", town.slug())
                        .contentType("application/json")
                        .content("{\"text\": \"Q3/4 2022\"}")
                        .with(coordinator.token()))
                .andExpect(jsonPath("$.moments[0]").value("2022-Q3"))
                .andExpect(jsonPath("$.moments[1]").value("2022-Q4"));
        String row = JsonPath.read(created.getResponse().getContentAsString(), "$.id");
        for (var days :
                List.of("\"from\": -999999999, \"timesAYear\": 366", "\"until\": 9999", "\"moments\": [null]")) {
            mvc.perform(put("/api/v1/{tenant}/communication-entries/{id}/days", town.slug(), row)
                            .contentType("application/json")
                            .content("{\"byHand\": true, \"lockVersion\": 0, " + days + "}")
                            .with(coordinator.token()))
                    .andExpect(status().isUnprocessableContent());
        }
        mvc.perform(put("/api/v1/{tenant}/communication-plan/titles", town.slug())
                        .contentType("application/json")
                        .content("{\"LAUNCH\": null, \"IMPLEMENTATION\": \"Hverdag\"}")
                        .with(coordinator.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.IMPLEMENTATION").value("Hverdag"));
        mvc.perform(post("/api/v1/{tenant}/glossary-parties", town.slug())
                        .contentType("application/json")
                        .content("{\"name\": \"Compas\", \"aliases\": [null, \"Huset\"]}")
                        .with(coordinator.token()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.aliases.length()").value(1));
    }

    private void enter() {
        world.in(town, () -> {
            PlanScene.LAUNCH.forEach(plan::add);
            PlanScene.IMPLEMENTATION.forEach(plan::add);
            titles.name(Map.of(Phase.LAUNCH, new Title(LAUNCH, 0), Phase.IMPLEMENTATION, new Title(IMPLEMENTATION, 0)));
            PlanScene.PARTIES.forEach(party -> glossary.add(party, Set.of()));
        });
    }

    private String page(String path) throws Exception {
        return mvc.perform(get("/" + town.slug() + path)
                        .with(coordinator.browser())
                        .header("Accept-Language", "da"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions giveDays(Entry row, String days) throws Exception {
        return mvc.perform(post("/{tenant}/communication/entries/{id}/days", town.slug(), row.id())
                .param("how", "HAND")
                .param("days", days)
                .param("lockVersion", "0")
                .with(coordinator.browser())
                .with(csrf()));
    }

    private ResultActions importing(Tenant tenant, World.Person person, String name, byte[] list, boolean dryRun)
            throws Exception {
        return mvc.perform(multipart("/api/v1/{tenant}/communication-imports", tenant.slug())
                .file(new MockMultipartFile("file", name, null, list))
                .param("dryRun", String.valueOf(dryRun))
                .with(person.token()));
    }

    private static List<List<String>> expected(List<EntryText> rows) {
        return rows.stream().map(row -> List.copyOf(row.columns().values())).toList();
    }

    /** What stands in the cells, line breaks included; what is understood of when stands beside it. */
    private static List<List<String>> cells(String table) {
        var texts = Html.texts(table, "span class=\"plan-text\"");
        return Stream.iterate(0, start -> start < texts.size(), start -> start + 6)
                .map(start -> texts.subList(start, start + 6))
                .toList();
    }

    private static List<List<String>> rows(XWPFTable table) {
        return Stream.iterate(1, row -> row < table.getNumberOfRows(), row -> row + 1)
                .map(row -> cells(table, row))
                .toList();
    }

    private static List<String> cells(XWPFTable table, int row) {
        return table.getRow(row).getTableCells().stream()
                .map(cell -> String.join(
                        "\n",
                        cell.getParagraphs().stream()
                                .map(XWPFParagraph::getText)
                                .toList()))
                .toList();
    }

    private static List<String> headings(XWPFDocument document) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getStyle() != null)
                .map(XWPFParagraph::getText)
                .toList();
    }
}
