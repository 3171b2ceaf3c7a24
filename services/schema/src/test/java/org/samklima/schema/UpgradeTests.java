package org.samklima.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * During an upgrade the portals of the release before work on, on the schema of the new one. So a file that came after the first
 * release only adds; what nobody needs any more goes one release after the last portal that needed it.
 */
class UpgradeTests {

    /** The last file whose contents every portal knows. */
    private static final String RELEASED = "090-infrastructure.sql";

    private static final Pattern TAKES_AWAY = Pattern.compile(
            "(?i)\\bDROP\\s+(TABLE|COLUMN|SCHEMA|FUNCTION|VIEW)\\b|\\bRENAME\\b|\\bSET\\s+NOT\\s+NULL\\b|\\bALTER\\s+COLUMN\\s+\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b"
                    + "|\\bADD\\s+COLUMN\\s+(?![^,;]*\\bDEFAULT\\b)[^,;]*\\bNOT\\s+NULL\\b");

    @ParameterizedTest
    @MethodSource
    void what_came_after_the_release_only_adds(Path file) throws IOException {
        assertThat(TAKES_AWAY.matcher(Files.readString(file)).results().map(found -> found.group()))
                .as("takes away what the release before still uses, in " + file.getFileName())
                .isEmpty();
    }

    static Stream<Path> what_came_after_the_release_only_adds() throws IOException, URISyntaxException {
        var changes = Path.of(Objects.requireNonNull(UpgradeTests.class.getResource("/db/changes"))
                .toURI());
        try (var files = Files.list(changes)) {
            return files
                    .filter(file -> file.getFileName().toString().compareTo(RELEASED) > 0)
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
