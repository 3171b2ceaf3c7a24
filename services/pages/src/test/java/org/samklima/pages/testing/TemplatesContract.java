package org.samklima.pages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every template and script of a service, so that nothing that somebody typed can become markup. A service
 * inherits it in one class, {@code class TemplatesTests extends TemplatesContract {}}, and its {@code src/main} is checked.
 */
public abstract class TemplatesContract {

    private static final Map<String, Pattern> IN_TEMPLATES = new TreeMap<>(Map.of(
            "text that is not escaped", Pattern.compile("th:utext|\\[\\("),
            "a script or style within the page",
                    Pattern.compile("<script(?![^>]*\\bsrc)|<style|\\s(th:)?style=|th:inline"),
            "an event handler", Pattern.compile("\\s(th:)?on[a-z]+=|hx-on|javascript:"),
            "a text read as an expression", Pattern.compile("__\\$\\{(?!name}__)")));

    private static final Map<String, Pattern> IN_SCRIPTS = Map.of(
            "a text read as markup or as script",
            Pattern.compile(
                    "\\.(inner|outer)HTML\\s*=|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|\\.srcdoc"));

    private final Path resources = Path.of("src", "main", "resources");

    @Test
    void no_text_becomes_markup_in_a_template() throws IOException {
        assertThat(found(resources.resolve("templates"), ".html", IN_TEMPLATES)).isEmpty();
    }

    @Test
    void no_text_becomes_markup_in_a_script() throws IOException {
        assertThat(found(resources.resolve("assets"), ".js", IN_SCRIPTS)).isEmpty();
    }

    private static List<String> found(Path folder, String extension, Map<String, Pattern> ways) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .flatMap(file -> in(file, ways))
                    .toList();
        }
    }

    private static Stream<String> in(Path file, Map<String, Pattern> ways) {
        try {
            var text = Files.readString(file);
            return ways.entrySet().stream()
                    .flatMap(way -> way.getValue()
                            .matcher(text)
                            .results()
                            .map(use -> file + ": " + way.getKey() + ": "
                                    + use.group().strip()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
