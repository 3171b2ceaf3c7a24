package org.samklima.pages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of words find what they are there to find. */
class MessageChecksTests {

    private static final Set<String> MODULES = Set.of("planning");
    private static final Set<String> KEYS = Set.of("planning.title", "planning.state.done", "planning.state.late");

    @TempDir
    Path sources;

    @BeforeEach
    void four_languages_agree() throws IOException {
        for (var suffix : new String[] {"", "_sv", "_da", "_de"}) {
            bundle(suffix, "planning.title=Plan for {0}");
        }
    }

    @Test
    void agreement_is_no_problem() {
        assertThat(bundles().differences()).isEmpty();
        assertThat(bundles().malformed()).isEmpty();
    }

    @Test
    void a_missing_a_foreign_a_blank_and_a_repeated_word_are_found() throws IOException {
        bundle("_sv", "planning.other=X\nforms.title=X");
        bundle("_da", "planning.title=");
        bundle("_de", "planning.title=Plan {0}\nplanning.title=Plan {0}");

        assertThat(bundles().differences())
                .containsExactlyInAnyOrder(
                        "planning_sv.properties lacks planning.title",
                        "planning_sv.properties has planning.other, which English lacks",
                        "planning_sv.properties has forms.title, which English lacks",
                        "planning_sv.properties: forms.title does not begin with planning",
                        "planning_da.properties: planning.title is blank",
                        "planning_da.properties: planning.title takes [], English [{0]",
                        "planning_de.properties has planning.title twice");
    }

    @Test
    void a_lost_language_and_another_argument_are_found() throws IOException {
        Files.delete(sources.resolve("messages/planning_sv.properties"));
        bundle("_de", "planning.title=Plan {1}");

        assertThat(bundles().differences())
                .containsExactly(
                        "planning_sv.properties lacks planning.title",
                        "planning_de.properties: planning.title takes [{1], English [{0]");
    }

    @Test
    void an_apostrophe_written_once_and_an_open_brace_are_found() throws IOException {
        bundle("", "planning.title=The plan's {0}\nplanning.good=The plan''s '{'{0}'}'\nplanning.open=Plan {0");

        assertThat(bundles().malformed())
                .hasSize(2)
                .anyMatch(problem -> problem.endsWith("an apostrophe is written twice: planning.title"))
                .anyMatch(problem -> problem.contains("planning.open"));
    }

    @Test
    void keys_without_words_are_found_in_templates_and_code() throws IOException {
        write("resources/templates/planning/plan.html", "<p th:text=\"#{planning.tilte}\" th:if=\"${planning.open}\">");
        write("java/Plan.java", "var a = \"planning.unknown\"; var b = \"planning.state.\" + state;");

        assertThat(KeyUses.in(sources, MODULES).unknownTo(KEYS, Set.of()))
                .extracting(found -> found.substring(0, found.indexOf(' ')))
                .containsExactly("planning.tilte", "planning.unknown");
        assertThat(KeyUses.in(sources, MODULES).unknownTo(KEYS, Set.of("planning.unknown")))
                .hasSize(1);
    }

    @Test
    void a_key_is_mentioned_by_its_name_or_by_its_beginning() throws IOException {
        write("resources/templates/planning/plan.html", "<p th:text=\"#{|planning.state.${state}|}\">");

        assertThat(KeyUses.in(sources, MODULES).mention("planning.state.done")).isTrue();
        assertThat(KeyUses.in(sources, MODULES).mention("planning.title")).isFalse();
    }

    @Test
    void words_written_in_a_template_are_found() throws IOException {
        write("resources/templates/planning/plan.html", """
                <main><!-- remark -->
                  <h1 th:text="#{planning.title}">Prototype</h1>
                  <p>2024 – <b th:text="${name}">Name</b>&nbsp;% hidden? <br> [[#{planning.title}]]</p>
                  <img alt="A picture"><div th:replace="~{shell/components :: print}"><i>Gone</i></div>
                </main>
                """);

        assertThat(VisibleWords.in(sources.resolve("resources/templates")))
                .extracting(found -> found.substring(found.indexOf(".html") + 5))
                .containsExactly(":3: % hidden?", ":4: A picture");
    }

    private Bundles bundles() {
        return Bundles.in(sources.resolve("messages"));
    }

    private void bundle(String suffix, String content) throws IOException {
        write("messages/planning" + suffix + ".properties", content);
    }

    private void write(String path, String content) throws IOException {
        var file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
