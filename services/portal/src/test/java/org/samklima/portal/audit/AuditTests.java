package org.samklima.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samklima.pages.Languages;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class AuditTests {

    private static final Pattern RECORDED = Pattern.compile("audit\\s*\\.record\\(\\s*\"([a-z.-]+)\"\\s*,");

    @Autowired
    World world;

    @Autowired
    AuditTrail trail;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvc mvc;

    @Test
    void a_manager_reads_who_did_what_in_plain_words() throws Exception {
        var town = world.municipality("Granby");
        var manager = world.person("Mia Manager", town, Role.MANAGER);
        world.in(
                town,
                () -> trail.record(
                        "person.invited",
                        "invitation",
                        Ids.next(),
                        Map.of("email", "ny@example.org", "roles", List.of("COORDINATOR", "CONTRIBUTOR"))));

        mvc.perform(get("/{tenant}/audit", town.slug()).with(manager.browser()).header("Accept-Language", "de"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Person eingeladen"),
                                containsString("ny@example.org"),
                                containsString("Koordination, Mitwirkung"),
                                containsString("Tess Test"))));
    }

    @Test
    void nobody_but_a_manager_reads_it() throws Exception {
        var town = world.municipality("Granby");
        var others = world.person("Klas Koordinator", town, Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER);

        mvc.perform(get("/{tenant}/audit", town.slug()).with(others.browser())).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/{tenant}/audit-entries", town.slug()).with(others.token()))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_id_tells_a_reader_nothing_and_is_left_out() throws Exception {
        var town = world.municipality("Granby");
        var manager = world.person("Mia Manager", town, Role.MANAGER);
        var id = Ids.next();
        world.in(town, () -> trail.record("person.removed", "person", id, Map.of("name", "Åsa", "person", id)));

        mvc.perform(get("/{tenant}/audit", town.slug()).with(manager.browser()))
                .andExpect(content().string(allOf(containsString("Åsa"), not(containsString(id.toString())))));
    }

    @Test
    void it_is_searched_by_name_and_by_detail() throws Exception {
        var town = world.municipality("Granby");
        var manager = world.person("Mia Manager", town, Role.MANAGER);
        world.in(town, () -> trail.record("person.removed", "person", Ids.next(), Map.of("name", "Åsa 100%")));
        world.in(town, () -> trail.record("person.removed", "person", Ids.next(), Map.of("name", "Bo")));

        mvc.perform(get("/api/v1/{tenant}/audit-entries", town.slug())
                        .with(manager.token())
                        .param("q", "åsa 100%"))
                .andExpect(jsonPath("$[*].detail.name").value(contains("Åsa 100%")));
        mvc.perform(get("/api/v1/{tenant}/audit-entries", town.slug())
                        .with(manager.token())
                        .param("q", "tess"))
                .andExpect(jsonPath("$.length()").value(2));
        mvc.perform(get("/{tenant}/audit", town.slug()).with(manager.browser()).param("q", "nobody"))
                .andExpect(content().string(not(containsString("Tess Test"))));
    }

    @Test
    void a_long_trail_comes_a_hundred_entries_a_page_and_the_newest_first() throws Exception {
        var town = world.municipality("Granby");
        var manager = world.person("Mia Manager", town, Role.MANAGER);
        world.in(town, () -> {
            for (int number = 1; number <= AuditController.PAGE_SIZE + 1; number++) {
                trail.record("person.removed", "person", Ids.next(), Map.of("name", "Person number " + number));
            }
        });

        mvc.perform(get("/{tenant}/audit", town.slug()).with(manager.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Person number 101<"),
                                not(containsString("Person number 1<")),
                                containsString("page=2"))));
        mvc.perform(get("/{tenant}/audit", town.slug()).with(manager.browser()).param("page", "2"))
                .andExpect(content()
                        .string(allOf(containsString("Person number 1<"), not(containsString("Person number 2<")))));
    }

    @Test
    void everything_that_is_recorded_has_words_in_every_language() throws IOException {
        var actions = recordedActions();
        assertThat(actions).contains("person.invited", "invitation.accepted");
        for (Locale language : Languages.SUPPORTED) {
            for (var action : actions) {
                assertThat(messages.getMessage("audit.action." + action, null, null, language))
                        .as("audit.action.%s in %s", action, language)
                        .isNotBlank();
            }
        }
    }

    private static Set<String> recordedActions() throws IOException {
        var actions = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(actions::add);
            }
        }
        return actions;
    }
}
