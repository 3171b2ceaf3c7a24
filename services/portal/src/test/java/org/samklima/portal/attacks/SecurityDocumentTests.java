package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test beside each promise; it has to be there. */
class SecurityDocumentTests {

    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Tests\\b");

    @Test
    void every_test_that_the_document_names_exists() throws Exception {
        var named = TEST.matcher(Files.readString(Path.of("../../docs/security.md")))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.find(
                Path.of(".."),
                12,
                (file, _) -> file.toString().contains("/src/test/java/")
                        && file.toString().endsWith("Tests.java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
