package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.Route;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.planning.PlanScene;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks for another tenant's words from within one's own, in every page, answer and file that can be asked for. */
@PortalTest
class SearchAndExportTests {

    private static final String SOUGHT = "Zebrafisk";
    private static final String SECRET = "hemligheten";
    private static final List<String> WHERE_TO_SEARCH =
            List.of("q", "query", "search", "text", "name", "filter", "title");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    @Autowired
    World world;

    PlanScene victim;
    PlanScene own;
    World.Person seeker;

    @BeforeEach
    void the_same_word_in_two_tenants() {
        victim = scene(SOUGHT + " " + SECRET);
        own = scene(SOUGHT + " egen");
        seeker = world.person("Sven Seeker", own.town(), Role.values());
    }

    private PlanScene scene(String words) {
        var scene = new PlanScene(beans);
        scene.goal(words + " mål");
        scene.has("Nr;Titel;Område;Beskrivning\n1;%s;%s fält;%s text\n".formatted(words, words, words));
        return scene;
    }

    @Test
    void neither_a_search_nor_a_file_finds_what_another_tenant_wrote() throws Exception {
        int found = 0;
        var anything = SampleRows.ids(own.town().id()).getFirst().toString();
        for (var route : Route.all(mappings).stream()
                .filter(route -> route.isOfTenant() && route.method().equals(HttpMethod.GET))
                .toList()) {
            for (var format : formats(route)) {
                var attempt = get(route.with(own.town().slug(), anything))
                        .with(route.isApi() ? seeker.token() : seeker.browser())
                        .with(csrf());
                WHERE_TO_SEARCH.forEach(parameter -> attempt.param(parameter, SOUGHT));
                var answer =
                        mvc.perform(attempt.param("format", format)).andReturn().getResponse();
                var text = text(answer);
                assertThat(text).as("%s as %s", route, format).doesNotContain(SECRET);
                found += text.contains(SOUGHT + " egen") ? 1 : 0;
            }
        }
        assertThat(found).as("answers in which one's own is found").isGreaterThan(10);
    }

    /** A page is asked once; what comes in several formats, in each. */
    static List<String> formats(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(TableDownload.Format.class))
                ? List.of("CSV", "XLSX")
                : List.of("");
    }

    static String text(MockHttpServletResponse answer) throws IOException {
        var bytes = answer.getContentAsByteArray();
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        var file = Files.createTempFile("answer", ".zip");
        var text = new StringBuilder();
        try (var parts = new ZipFile(Files.write(file, bytes).toFile())) {
            for (var part : Collections.list(parts.entries())) {
                text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }
}
