package org.samklima.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.schema.containers.Containers;

class DockerfileTests {

    private static final String FILE = Compose.text("Dockerfile").replaceAll("\\\\\\n\\s*", " ");

    private final Map<String, Stage> stages = stages();

    /** What a stage is made from, and its instructions. */
    private record Stage(String from, List<String> instructions) {

        List<String> of(String instruction) {
            return instructions.stream()
                    .filter(line -> line.startsWith(instruction + " "))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration", "portal", "overview", "demo", "secrets", "keycloak"})
    void ends_as_nobody_in_particular_and_says_how_it_is_watched(String image) {
        assertThat(last(image, "USER")).isIn("USER 10001:10001", "USER 1000");
        assertThat(last(image, "HEALTHCHECK")).isNotEmpty();
        assertThat(last(image, "LABEL")).contains("org.opencontainers.image.title");
        assertThat(last(image, "ENTRYPOINT")).startsWith("ENTRYPOINT [");
    }

    @Test
    void every_base_image_is_a_stage_or_names_its_version() {
        assertThat(stages.values())
                .allSatisfy(stage -> assertThat(stage.from())
                        .matches(from -> stages.containsKey(from)
                                || List.of("${JDK}", "${JRE}", "${KEYCLOAK}").contains(from)));
        assertThat(argument("JDK")).matches("eclipse-temurin:25\\.\\d.*-jdk-.+");
        assertThat(argument("JRE")).isEqualTo(argument("JDK").replace("-jdk-", "-jre-"));
    }

    @Test
    void versions_are_those_of_the_build() {
        assertThat(argument("VERSION")).isEqualTo(System.getProperty("samklima.version"));
        assertThat(Compose.text(".env")).contains("SAMKLIMA_VERSION=" + System.getProperty("samklima.version") + "\n");
        assertThat(argument("KEYCLOAK"))
                .isEqualTo("quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version"));
        assertThat(System.getProperty("postgres.version"))
                .startsWith(database().replaceFirst("postgres:(\\d+\\.\\d+)-.*", "$1"));
    }

    @Test
    void tests_in_containers_use_the_images_that_are_shipped() {
        assertThat(Containers.postgres().asCanonicalNameString()).isEqualTo(database());
        assertThat(Containers.keycloak().asCanonicalNameString()).isEqualTo(argument("KEYCLOAK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "overview"})
    void a_cache_is_made_by_the_same_java_with_the_same_options_as_it_is_used_with(String application) {
        var training = stages.get("trained-" + application).instructions().toString();
        assertThat(stages.get("trained-" + application).from())
                .isEqualTo(stages.get(application).from());
        assertThat(training).contains("java @java.options -XX:AOTCacheOutput=/tmp/" + application + ".aot -jar");
        assertThat(last(application, "ENTRYPOINT"))
                .contains("\"@java.options\", \"-XX:AOTCache=" + application + ".aot\", \"-jar\"");
    }

    private static String database() {
        return Compose.base().services().get("database").image();
    }

    private static String argument(String name) {
        return Compose.matches("(?m)^ARG " + name + "=(.+)$", FILE).getFirst();
    }

    /** The last such instruction of a stage or of what it is made from. */
    private String last(String stage, String instruction) {
        for (var at = stages.get(stage); at != null; at = stages.get(at.from())) {
            if (!at.of(instruction).isEmpty()) {
                return at.of(instruction).getLast();
            }
        }
        return "";
    }

    private static Map<String, Stage> stages() {
        var stages = new LinkedHashMap<String, Stage>();
        for (var text : FILE.split("(?m)^(?=FROM )")) {
            var lines = text.lines().toList();
            if (lines.getFirst().startsWith("FROM ")) {
                var from = lines.getFirst().split(" ");
                stages.put(from[3], new Stage(from[1], lines.subList(1, lines.size())));
            }
        }
        return stages;
    }
}
