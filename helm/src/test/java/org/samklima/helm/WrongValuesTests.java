package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that could not work are refused before anything is installed, and the operator reads what to do instead. */
class WrongValuesTests {

    private static final String EXPECTED = "# refused: ";

    static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/values/wrong"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void are_refused_with_what_to_do(Path file) throws IOException {
        var expected = Files.readAllLines(file).getFirst().substring(EXPECTED.length());

        assertThatThrownBy(() -> Chart.helm()
                        .template()
                        .withName(Chart.RELEASE)
                        .withKubeVersion(Chart.KUBERNETES)
                        .withValuesFile(file)
                        .call())
                .hasMessageContaining(expected);
    }
}
