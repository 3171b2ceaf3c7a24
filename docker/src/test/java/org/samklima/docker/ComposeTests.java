package org.samklima.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samklima.docker.Compose.Service;

class ComposeTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String REALM = "services/keycloak/src/main/resources/realm/samklima-realm.json";

    /** Where a program's settings are read. */
    private static final Map<String, List<String>> READ_BY = Map.of(
            "portal", List.of("services/portal/src/main", "services/telemetry/src/main", "docker/healthy"),
            "overview", List.of("services/overview/src/main", "services/telemetry/src/main", "docker/healthy"),
            "migration", List.of("services/schema/src/main"),
            "keycloak", List.of(REALM, "docker/keycloak-start"),
            "demo",
                    List.of(
                            "services/portal/src/main",
                            "services/standalone/src/main/java/org/samklima/standalone/images"),
            "secrets", List.of("docker/new-secrets"));

    private final Compose base = Compose.base();
    private final Compose demonstration = Compose.demonstration();

    @Test
    void every_setting_given_to_a_program_of_ours_is_one_that_it_reads() {
        all().filter(Service::isOurs)
                .forEach(service -> assertThat(readBy(service.program()))
                        .as("settings that %s reads", service.program())
                        .containsAll(service.environment().keySet().stream()
                                .filter(name -> name.startsWith("SAMKLIMA_"))
                                .toList()));
    }

    @Test
    void every_setting_that_a_program_cannot_start_without_is_given_to_it() {
        var secrets = secretsByProgram();
        for (var program : List.of("portal", "overview")) {
            var yaml = Compose.matches(
                    "\\$\\{(SAMKLIMA_[A-Z_]+)}", text("services/" + program + "/src/main/resources/application.yaml"));
            var given = new TreeSet<>(base.services().get(program).environment().keySet());
            given.addAll(secrets.get(program));
            assertThat(given).as(program).containsAll(yaml);
        }
        var realm = new TreeSet<>(Compose.matches("\\$\\{(SAMKLIMA_[A-Z_]+)}", text(REALM)));
        realm.removeAll(base.services().get("keycloak").environment().keySet());
        assertThat(text("docker/keycloak-start")).contains(realm);
    }

    @Test
    void every_setting_that_the_compose_files_leave_open_stands_in_the_example() {
        for (var file : List.of("compose.yaml", "compose.override.yaml")) {
            assertThat(Compose.settings()).as(file).containsAll(Compose.matches("\\$\\{([A-Z_]+)", Compose.text(file)));
        }
    }

    @Test
    void no_password_stands_in_an_environment() {
        all().forEach(service -> assertThat(service.environment())
                .as(service.name())
                .allSatisfy((name, value) -> {
                    if (name.matches(".*(PASSWORD|SECRET|TOKEN).*") && !name.endsWith("PASSWORD_GRANT")) {
                        assertThat(name).endsWith("_FILE");
                        assertThat(value).startsWith("/run/secrets/");
                    }
                }));
        assertThat(Compose.settings()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN).*"));
    }

    @Test
    void a_program_sees_no_folder_of_secrets_but_its_own() {
        all().filter(service -> !service.name().equals("secrets")).forEach(service -> {
            var own = service.name().equals("demo") ? Set.of("portal", "demo") : Set.of(secretsOf(service));
            assertThat(service.list("volumes"))
                    .as(service.name())
                    .filteredOn(volume -> volume.startsWith("secrets-"))
                    .allMatch(volume -> volume.endsWith(":ro"))
                    .allMatch(volume -> own.contains(volume.replaceFirst("secrets-([a-z]+):.*", "$1")));
        });
    }

    @Test
    void the_owners_password_never_enters_a_running_service() {
        secretsByProgram().forEach((program, secrets) -> {
            if (secrets.contains("SAMKLIMA_DATABASE_OWNER_PASSWORD")) {
                assertThat(base.services().get(program).isJob()).as(program).isTrue();
            }
        });
        assertThat(secretsByProgram().get("overview")).containsExactly("SAMKLIMA_DATABASE_OVERVIEW_PASSWORD");
    }

    @Test
    void nothing_can_write_to_its_image_gain_rights_or_take_all_memory() {
        started().forEach(service -> {
            assertThat(service.settings().get("read_only")).as(service.name()).isEqualTo(true);
            assertThat(service.list("cap_drop")).as(service.name()).containsExactly("ALL");
            assertThat(service.list("security_opt")).as(service.name()).contains("no-new-privileges:true");
            assertThat(service.memoryLimit()).as(service.name()).isNotNull();
        });
    }

    @Test
    void nothing_runs_as_root() {
        started()
                .filter(service -> !service.isOurs())
                .forEach(service -> assertThat(String.valueOf(service.settings().get("user")))
                        .as(service.name())
                        .matches("[1-9]\\d*:\\d+"));
        assertThat(started()
                        .filter(Service::isOurs)
                        .map(service -> service.settings().get("user")))
                .containsOnlyNulls();
    }

    @Test
    void every_image_says_which_version_it_is() {
        started()
                .forEach(service -> assertThat(service.image())
                        .matches(
                                service.isOurs()
                                        ? "samklima/[a-z]+:\\$\\{SAMKLIMA_VERSION}"
                                        : "[a-z/]+:v?\\d+\\.\\d+.*"));
    }

    @Test
    void whatever_stays_is_watched_and_somebody_waits_for_every_job() {
        var awaited = all().flatMap(service -> service.waitsFor().stream()).collect(Collectors.toSet());
        started().forEach(service -> {
            if (service.isJob()) {
                assertThat(awaited).contains(service.name());
            } else {
                assertThat(service.part("healthcheck")).as(service.name()).containsKey("test");
            }
        });
    }

    @Test
    void every_file_that_is_mounted_exists() {
        var files = all().flatMap(service -> service.list("volumes").stream())
                .filter(volume -> volume.startsWith("."))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .collect(Collectors.toSet());
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void what_is_measured_has_the_names_by_which_the_alert_rules_ask() {
        var asked = Compose.matches("job=\"([^\"]+)\"", text("helm/samklima/alerts/samklima.yaml"));
        assertThat(asked).isNotEmpty();
        assertThat(Compose.matches("job_name: (\\S+)", Compose.text("prometheus.yml")))
                .containsAll(asked);
    }

    @Test
    void only_the_proxy_is_reached_from_other_machines() {
        all().filter(service -> !service.name().equals("proxy"))
                .forEach(service -> assertThat(service.list("ports"))
                        .as(service.name())
                        .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void the_overview_is_where_only_the_database_the_proxy_and_the_measurements_are() {
        assertThat(base.services().get("overview").list("networks"))
                .containsExactlyInAnyOrder("edge", "data", "telemetry");
        assertThat(base.services().get("database").list("networks")).containsExactly("data");
    }

    @Test
    void nothing_of_the_demonstration_is_in_an_installation_for_people() {
        assertThat(Compose.text("compose.yaml")).doesNotContain("DEMONSTRATION", "samklima/demo", "mailpit");
        assertThat(base.services().get("keycloak").environment())
                .containsEntry("SAMKLIMA_SCRIPTS_PASSWORD_GRANT", "false")
                .containsEntry("SAMKLIMA_OPERATORS_SECOND_FACTOR", "${SAMKLIMA_OPERATORS_SECOND_FACTOR}");
    }

    @Test
    void whoever_forgets_to_name_an_installation_for_people_reaches_the_demonstration_and_not_them() {
        assertThat(Compose.text(".env")).contains("COMPOSE_PROJECT_NAME=samklima-demo\n");
        assertThat(text("docs/operations.md")).contains("COMPOSE_PROJECT_NAME=samklima ");
    }

    @Test
    void not_even_the_demonstrations_portals_have_a_clock_that_can_be_moved() {
        assertThat(demonstration.services().get("portal").environment()).doesNotContainKey("SAMKLIMA_DEMONSTRATION");
        assertThat(demonstration.services().get("portal").waitsFor()).contains("demo");
    }

    /** A service of both files is counted twice: as it is, and what the demonstration changes. */
    private Stream<Service> all() {
        return Stream.concat(base.services().values().stream(), demonstration.services().values().stream())
                .map(service -> service.settings().containsKey("image")
                        ? service
                        : new Service(
                                service.name(),
                                merged(
                                        service.settings(),
                                        base.services().get(service.name()).image())));
    }

    private Stream<Service> started() {
        return Stream.concat(
                base.services().values().stream(),
                demonstration.services().values().stream()
                        .filter(service -> !base.services().containsKey(service.name())));
    }

    private static Map<String, Object> merged(Map<String, Object> settings, String image) {
        var all = new java.util.HashMap<>(settings);
        all.put("image", image);
        return all;
    }

    private static String secretsOf(Service service) {
        return service.name().equals("dashboard") ? "grafana" : service.name();
    }

    /** Program to the names of the secrets that are put into its folder. */
    private static Map<String, Set<String>> secretsByProgram() {
        return Compose.text("new-secrets")
                .lines()
                .filter(line -> line.matches("[A-Z_]+ +[a-z].*"))
                .flatMap(line -> Stream.of(line.split(" +"))
                        .skip(1)
                        .map(program -> Map.entry(program, line.substring(0, line.indexOf(' ')))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static Set<String> readBy(String program) {
        var names = new TreeSet<String>();
        for (var place : READ_BY.get(program)) {
            files(ROOT.resolve(place))
                    .forEach(file -> names.addAll(Compose.matches("(SAMKLIMA_[A-Z_]+)", text(file.toString()))));
        }
        return names;
    }

    private static List<Path> files(Path place) {
        try (var files = Files.walk(place)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(\\.java|\\.ya?ml|\\.json|/[a-z-]+)"))
                    .toList());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String text(String file) {
        return Compose.text(ROOT.resolve(file).toString());
    }
}
