package org.samklima.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * During an upgrade the portals of the release before work on, on the schema of the new one. So a file that came after the first
 * release only adds; what nobody needs any more goes one release after the last portal that needed it.
 */
class UpgradeTests {

    /** The last file whose contents every portal knows. */
    private static final String RELEASED = "090-infrastructure.sql";

    /** How many changesets the files up to that one have. */
    private static final long CHANGESETS_RELEASED = 39;

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

    /** Nobody would look there at what it takes away. */
    @Test
    void no_changeset_is_added_to_a_file_of_the_release() throws IOException, URISyntaxException {
        long changesets = 0;
        for (var file : files(name -> name.compareTo(RELEASED) <= 0)) {
            changesets += Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("--changeset"))
                    .count();
        }
        assertThat(changesets).as("a new changeset goes into a new file").isEqualTo(CHANGESETS_RELEASED);
    }

    static List<Path> what_came_after_the_release_only_adds() throws IOException, URISyntaxException {
        return files(name -> name.compareTo(RELEASED) > 0);
    }

    private static List<Path> files(Predicate<String> named) throws IOException, URISyntaxException {
        var changes = Path.of(Objects.requireNonNull(UpgradeTests.class.getResource("/db/changes"))
                .toURI());
        try (var files = Files.list(changes)) {
            return files.filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
