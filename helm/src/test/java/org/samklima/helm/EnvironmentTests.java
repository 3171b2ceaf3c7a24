package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart tells a program is what the program reads. */
class EnvironmentTests {

    @ParameterizedTest
    @CsvSource({"external,portal", "trial,portal", "large,portal", "external,overview", "trial,overview"})
    void a_service_reads_every_variable_and_file_that_it_is_given_and_misses_none(String values, String service) {
        var settings = Settings.of(service);
        var given =
                new TreeSet<>(Chart.with(values).workload(service).environment().keySet());
        Chart.with(values).workload(service).secrets().stream()
                .map(EnvironmentTests::file)
                .filter(file -> !file.equals("ca.crt"))
                .forEach(given::add);
        given.remove("JAVA_TOOL_OPTIONS");

        var read = new TreeSet<>(settings.variables());
        read.addAll(Settings.ofTheOperator().variables());
        assertThat(read).containsAll(given);
        assertThat(given).containsAll(settings.required());
    }

    @ParameterizedTest
    @CsvSource({"external,migration", "trial,migration", "trial,roles"})
    void the_jobs_read_what_they_are_given(String values, String job) {
        var program =
                Settings.read(Path.of("../services/schema/src/main/java/org/samklima/schema/SchemaApplication.java"));
        var workload = Chart.with(values).workload(job);

        assertThat(workload.environment()).containsOnlyKeys("SAMKLIMA_DATABASE_URL", "SAMKLIMA_LOG_FORMAT");
        assertThat(workload.environment()).containsEntry("SAMKLIMA_LOG_FORMAT", "ecs");
        assertThat(workload.environment().keySet())
                .allSatisfy(name -> assertThat(program.text()).contains("\"" + name + "\""));
        assertThat(workload.secrets().stream().map(EnvironmentTests::file).filter(file -> !file.equals("ca.crt")))
                .allSatisfy(name -> assertThat(program.text()).contains("\"" + name + "\""));
        assertThat(workload.container().getArgs()).isEqualTo(job.equals("roles") ? List.of("roles") : List.of());
    }

    /** The image turns the files into variables of the realm. */
    @Test
    void keycloak_and_its_realm_get_what_they_leave_open() {
        var realm = Settings.read(Path.of("../services/keycloak/src/main/resources/realm/samklima-realm.json"));
        var start = Settings.read(Path.of("../docker/keycloak-start")).text();
        var keycloak = Chart.with("trial").workload("keycloak");
        var given = new TreeSet<>(keycloak.environment().keySet());
        given.removeIf(name -> !name.startsWith("SAMKLIMA_"));

        assertThat(realm.variables()).containsAll(given);
        assertThat(keycloak.secrets().stream().map(EnvironmentTests::file))
                .allSatisfy(file -> assertThat(start).contains("(secret " + file + ")"));
        realm.required().stream()
                .filter(name -> !start.contains(name + "="))
                .forEach(name -> assertThat(given).contains(name));
    }

    @Test
    void addresses_are_put_together_from_hosts() {
        var portal = Chart.with("external").workload("portal").environment();
        var large = Chart.with("large");

        assertThat(portal)
                .containsEntry("SAMKLIMA_PORTAL_URL", "https://samklima.example.org")
                .containsEntry("SAMKLIMA_OVERVIEW_URL", "https://klimat.example.org")
                .containsEntry("SAMKLIMA_IDENTITY_ISSUER", "https://id.example.org/realms/samklima")
                .containsEntry(
                        "SAMKLIMA_DATABASE_URL",
                        "jdbc:postgresql://db.example.org:5432/samklima"
                                + "?sslmode=verify-full&sslrootcert=/run/secrets/database-ca/ca.crt");
        assertThat(large.workload("overview").environment().get("SAMKLIMA_DATABASE_URL"))
                .startsWith("jdbc:postgresql://replica.example.org:6432/samklima?");
        assertThat(large.workload("migration").environment().get("SAMKLIMA_DATABASE_URL"))
                .startsWith("jdbc:postgresql://db.example.org:6432/samklima?");
        assertThat(Chart.with("trial").workload("portal").environment())
                .containsEntry("SAMKLIMA_IDENTITY_ISSUER", "https://id.example.org/realms/samklima")
                .containsEntry("SAMKLIMA_IDENTITY_BACKCHANNEL", "http://here-samklima-keycloak:8080/realms/samklima");
    }

    @Test
    void mail_leaves_as_encrypted_as_was_said() {
        assertThat(Chart.with("external").workload("portal").environment())
                .containsEntry("SAMKLIMA_MAIL_STARTTLS", "true")
                .containsEntry("SAMKLIMA_MAIL_TLS", "false");
        assertThat(Chart.with("large").workload("portal").environment())
                .containsEntry("SAMKLIMA_MAIL_STARTTLS", "false")
                .containsEntry("SAMKLIMA_MAIL_TLS", "true");
        assertThat(Chart.with("trial").workload("keycloak").environment())
                .containsEntry("SAMKLIMA_SMTP_STARTTLS", "false")
                .containsEntry("SAMKLIMA_SMTP_TLS", "false");
    }

    @Test
    void the_overview_knows_the_database_and_nothing_else_of_the_world() {
        assertThat(Chart.with("large").workload("overview").environment().keySet())
                .isEqualTo(Set.of(
                        "SAMKLIMA_DATABASE_URL",
                        "SAMKLIMA_FORWARDED_HEADERS",
                        "SAMKLIMA_LOG_FORMAT",
                        "SAMKLIMA_MANAGEMENT_ADDRESS",
                        "SAMKLIMA_MANAGEMENT_PORT"));
    }

    private static String file(String secret) {
        return secret.substring(secret.indexOf(" as ") + " as ".length());
    }
}
