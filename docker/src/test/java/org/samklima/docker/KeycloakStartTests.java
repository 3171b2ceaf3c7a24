package org.samklima.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Keycloak puts what the environment says into the realm's file as it is, and does not start where that is no JSON then. */
@EnabledOnOs(OS.LINUX)
class KeycloakStartTests {

    private static final String REALM = """
            #!/bin/bash
            printf '{"user": "%s", "password": "%s"}' "$SAMKLIMA_SMTP_USER" "$SAMKLIMA_SMTP_PASSWORD"
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with \"quotes\"", "CITY\\mail", "every \\\" and ' & $HOME %s"})
    void whatever_signs_in_at_the_mail_server_leaves_the_realm_readable(String chosen) throws Exception {
        for (var secret : Compose.matches("\\$\\(secret ([A-Z_]+)\\)", Compose.text("keycloak-start"))) {
            Files.writeString(folder.resolve(secret), "another");
        }
        Files.writeString(folder.resolve("SAMKLIMA_MAIL_PASSWORD"), chosen + "\n");

        assertThat(started(chosen)).isEqualTo(Map.of("user", chosen, "password", chosen));
    }

    private Map<String, String> started(String user) throws Exception {
        var keycloak = Files.createDirectories(folder.resolve("keycloak/bin")).resolve("kc.sh");
        Files.writeString(keycloak, REALM);
        assertThat(keycloak.toFile().setExecutable(true)).isTrue();
        var start = new ProcessBuilder("bash", "keycloak-start")
                .redirectOutput(folder.resolve("realm").toFile());
        start.environment().put("SECRETS", folder.toString());
        start.environment().put("KEYCLOAK", folder.resolve("keycloak").toString());
        start.environment().put("SAMKLIMA_SMTP_USER", user);
        assertThat(start.start().waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Yaml().load(Files.readString(folder.resolve("realm")));
    }
}
