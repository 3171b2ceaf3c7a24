package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test beside each promise; it has to be there. */
class SecurityDocumentTests {

    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Tests\\b");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ((?:\\d+\\.\\d+\\.\\d+(?:, | – )?)+) \\| [^|]* \\| ([^|]+) \\|");
    private static final Pattern NUMBER = Pattern.compile("(, | – |^)\\d+\\.\\d+\\.(\\d+)");
    private static final Pattern SUM = Pattern.compile("(?m)^\\| (?:\\*\\*)?([^|*]+?)(?:\\*\\*)? \\| (\\d+) \\|");

    /** Of chapter 17, which is told in a sentence. */
    private static final int NOT_IN_A_TABLE = 7;

    @Test
    void the_requirements_are_counted_as_they_are_walked() throws Exception {
        var walked = new TreeMap<String, Integer>();
        ROW.matcher(document())
                .results()
                .forEach(row -> walked.merge(row.group(2), requirements(row.group(1)), Integer::sum));
        walked.merge("–", NOT_IN_A_TABLE, Integer::sum);
        var said = SUM.matcher(document().split("Walked on")[0])
                .results()
                .collect(Collectors.toMap(sum -> sum.group(1), sum -> Integer.valueOf(sum.group(2))));

        assertThat(said).isEqualTo(walked);
        assertThat(walked.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(253);
    }

    /** How many "1.2.3, 1.2.4" and "1.2.3 – 1.2.5" are. */
    private static int requirements(String numbers) {
        int count = 0;
        int before = 0;
        for (var number : NUMBER.matcher(numbers).results().toList()) {
            int last = Integer.parseInt(number.group(2));
            count += number.group(1).equals(" – ") ? last - before : 1;
            before = last;
        }
        return count;
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../../docs/security.md"));
    }

    @Test
    void every_test_that_the_document_names_exists() throws Exception {
        var named = TEST.matcher(document())
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
