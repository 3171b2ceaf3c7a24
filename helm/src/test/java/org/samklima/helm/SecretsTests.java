package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart holds no password. It names secrets, and every workload is given its own and nothing of another's. */
class SecretsTests {

    private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|SECRET|TOKEN", Pattern.CASE_INSENSITIVE);

    @Test
    void beside_existing_servers_each_workload_is_given_its_own_secrets_only() {
        var external = Chart.with("external");

        assertThat(external.all(Secret.class)).isEmpty();
        assertThat(given(external))
                .containsExactly(
                        Map.entry(
                                "migration",
                                "database-ca/ca.crt as ca.crt, "
                                        + "database-owner/password as SAMKLIMA_DATABASE_OWNER_PASSWORD"),
                        Map.entry(
                                "overview",
                                "database-ca/ca.crt as ca.crt, "
                                        + "database-overview/password as SAMKLIMA_DATABASE_OVERVIEW_PASSWORD"),
                        Map.entry(
                                "portal",
                                "database-ca/ca.crt as ca.crt, "
                                        + "database-portal/password as SAMKLIMA_DATABASE_PORTAL_PASSWORD, "
                                        + "identity/admin as SAMKLIMA_IDENTITY_ADMIN_SECRET, "
                                        + "identity/portal as SAMKLIMA_IDENTITY_PORTAL_SECRET"),
                        Map.entry("test", ""));
    }

    @Test
    void of_one_secret_for_all_each_workload_sees_its_own_key_only() {
        assertThat(given(Chart.with("large")))
                .containsExactly(
                        Map.entry(
                                "migration",
                                "database-ca/root.pem as ca.crt, database/owner as SAMKLIMA_DATABASE_OWNER_PASSWORD"),
                        Map.entry(
                                "overview",
                                "database-ca/root.pem as ca.crt, "
                                        + "database/overview as SAMKLIMA_DATABASE_OVERVIEW_PASSWORD"),
                        Map.entry(
                                "portal",
                                "database-ca/root.pem as ca.crt, "
                                        + "database/portal as SAMKLIMA_DATABASE_PORTAL_PASSWORD, "
                                        + "identity/admin-client as SAMKLIMA_IDENTITY_ADMIN_SECRET, "
                                        + "identity/portal-client as SAMKLIMA_IDENTITY_PORTAL_SECRET, "
                                        + "mail/password as SAMKLIMA_MAIL_PASSWORD, "
                                        + "mail/user as SAMKLIMA_MAIL_USER"),
                        Map.entry("test", ""));
    }

    @Test
    void in_a_trial_the_servers_are_given_the_secrets_of_their_clients() {
        assertThat(given(Chart.with("trial")))
                .containsEntry(
                        "overview", "here-samklima-database-overview/password as SAMKLIMA_DATABASE_OVERVIEW_PASSWORD")
                .containsEntry("migration", "here-samklima-database-owner/password as SAMKLIMA_DATABASE_OWNER_PASSWORD")
                .containsEntry(
                        "backup", "here-samklima-database-superuser/password as SAMKLIMA_DATABASE_SUPERUSER_PASSWORD")
                .containsEntry("restore", "")
                .containsEntry(
                        "postgresql",
                        "here-samklima-database-superuser/password as SAMKLIMA_DATABASE_SUPERUSER_PASSWORD")
                .containsEntry(
                        "roles",
                        "here-samklima-database-keycloak/password as SAMKLIMA_DATABASE_KEYCLOAK_PASSWORD, "
                                + "here-samklima-database-overview/password as SAMKLIMA_DATABASE_OVERVIEW_PASSWORD, "
                                + "here-samklima-database-owner/password as SAMKLIMA_DATABASE_OWNER_PASSWORD, "
                                + "here-samklima-database-portal/password as SAMKLIMA_DATABASE_PORTAL_PASSWORD, "
                                + "here-samklima-database-superuser/password as SAMKLIMA_DATABASE_SUPERUSER_PASSWORD")
                .containsEntry(
                        "keycloak",
                        "here-samklima-database-keycloak/password as SAMKLIMA_DATABASE_KEYCLOAK_PASSWORD, "
                                + "here-samklima-identity/admin as SAMKLIMA_IDENTITY_ADMIN_SECRET, "
                                + "here-samklima-identity/portal as SAMKLIMA_IDENTITY_PORTAL_SECRET, "
                                + "here-samklima-keycloak-admin/password as KEYCLOAK_ADMINISTRATOR_PASSWORD");
    }

    @Test
    void keycloak_can_be_switched_on_later_because_its_database_is_there_from_the_beginning() {
        var namespace = "keycloak-later";
        Chart.helm()
                .install()
                .withName(Chart.RELEASE)
                .withNamespace(namespace)
                .withValuesFile(Chart.values("trial"))
                .set("keycloak.enabled", false)
                .set("identity.issuer", "https://id.example.org/realms/samklima")
                .set("identity.secret.name", "identity")
                .set("networkPolicy.identity[0].ipBlock.cidr", "10.0.0.6/32")
                .call();
        var rendered = new Rendered(Cluster.running().created(namespace));

        assertThat(rendered.workload("roles").secrets())
                .contains("here-samklima-database-keycloak/password as SAMKLIMA_DATABASE_KEYCLOAK_PASSWORD");
        assertThat(rendered.all(Secret.class))
                .extracting(secret -> secret.getMetadata().getName())
                .contains("here-samklima-database-keycloak")
                .doesNotContain("here-samklima-keycloak-admin");
    }

    @Test
    void keycloak_signs_in_at_the_mail_server_with_the_same_secret_as_the_portal() {
        var namespace = "trial-with-mail";
        Chart.helm()
                .install()
                .withName(Chart.RELEASE)
                .withNamespace(namespace)
                .withValuesFile(Chart.values("trial"))
                .set("mail.secret.name", "mail")
                .call();
        var rendered = new Rendered(Cluster.running().created(namespace));

        assertThat(rendered.workload("keycloak").secrets())
                .contains("mail/user as SAMKLIMA_SMTP_USER", "mail/password as SAMKLIMA_MAIL_PASSWORD");
        assertThat(rendered.workload("portal").secrets())
                .contains("mail/user as SAMKLIMA_MAIL_USER", "mail/password as SAMKLIMA_MAIL_PASSWORD");
        assertThat(rendered.workload("keycloak").environment()).containsEntry("SAMKLIMA_SMTP_AUTH", "true");
    }

    @Test
    void a_trial_makes_its_passwords_at_random_and_keeps_them_with_its_data() {
        var secrets = Chart.with("trial").all(Secret.class);

        assertThat(secrets).hasSize(7).allSatisfy(secret -> {
            assertThat(secret.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
            assertThat(secret.getStringData()).isEmpty();
        });
        assertThat(secrets.stream().flatMap(secret -> secret.getData().values().stream()))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allMatch(value -> value.length() > 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void nothing_that_sounds_like_a_secret_stands_anywhere_in_plain(String values) {
        var rendered = Chart.with(values);
        for (var workload : rendered.workloads()) {
            for (var container : workload.containers()) {
                assertThat(container.getEnv())
                        .filteredOn(variable ->
                                SECRET_NAME.matcher(variable.getName()).find())
                        .filteredOn(variable -> !variable.getName().endsWith("_FILE"))
                        .allSatisfy(variable -> assertThat(variable.getValue()).isNull());
            }
        }
        var maps = rendered.all(ConfigMap.class).stream()
                .map(map -> String.join("", map.getData().values()))
                .toList();
        rendered.all(Secret.class).stream()
                .flatMap(secret -> secret.getData().values().stream())
                .forEach(value -> assertThat(maps).noneMatch(map -> map.contains(value)));
    }

    /** By component. */
    private static Map<String, String> given(Rendered rendered) {
        var given = new TreeMap<String, String>();
        rendered.workloads()
                .forEach(workload -> given.put(workload.component(), String.join(", ", workload.secrets())));
        return given;
    }
}
