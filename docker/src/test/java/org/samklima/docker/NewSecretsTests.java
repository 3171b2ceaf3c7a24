package org.samklima.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class NewSecretsTests {

    @TempDir
    Path root;

    @BeforeEach
    void aFolderForEveryProgram() throws Exception {
        for (var program : List.of(
                "database", "roles", "migration", "portal", "overview", "keycloak", "demo", "grafana", "backup")) {
            Files.createDirectory(root.resolve(program));
        }
    }

    @Test
    void whoever_shares_a_password_gets_the_same_and_nobody_else_gets_it() throws Exception {
        assertThat(run()).isZero();

        assertThat(secret("portal", "SAMKLIMA_DATABASE_PORTAL_PASSWORD"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(secret("roles", "SAMKLIMA_DATABASE_PORTAL_PASSWORD"))
                .isNotEqualTo(secret("overview", "SAMKLIMA_DATABASE_OVERVIEW_PASSWORD"));
        assertThat(root.resolve("overview").toFile().list()).containsExactly("SAMKLIMA_DATABASE_OVERVIEW_PASSWORD");
    }

    @Test
    void what_was_made_before_stays() throws Exception {
        run();
        var before = secret("database", "SAMKLIMA_DATABASE_SUPERUSER_PASSWORD");

        run();

        assertThat(secret("database", "SAMKLIMA_DATABASE_SUPERUSER_PASSWORD")).isEqualTo(before);
    }

    @Test
    void one_is_made_anew_by_its_name_for_all_who_know_it() throws Exception {
        run();
        var portal = secret("portal", "SAMKLIMA_DATABASE_PORTAL_PASSWORD");
        var overview = secret("overview", "SAMKLIMA_DATABASE_OVERVIEW_PASSWORD");

        assertThat(run("SAMKLIMA_DATABASE_PORTAL_PASSWORD")).isZero();

        assertThat(secret("portal", "SAMKLIMA_DATABASE_PORTAL_PASSWORD"))
                .isNotEqualTo(portal)
                .isEqualTo(secret("roles", "SAMKLIMA_DATABASE_PORTAL_PASSWORD"));
        assertThat(secret("overview", "SAMKLIMA_DATABASE_OVERVIEW_PASSWORD")).isEqualTo(overview);
    }

    @Test
    void one_that_others_chose_is_taken_from_its_input() throws Exception {
        Files.writeString(root.resolve("input"), "their password\n");

        assertThat(run("given", "SAMKLIMA_MAIL_PASSWORD")).isZero();

        assertThat(secret("portal", "SAMKLIMA_MAIL_PASSWORD")).isEqualTo("their password");
        assertThat(secret("keycloak", "SAMKLIMA_MAIL_PASSWORD")).isEqualTo("their password");
        assertThat(root.resolve("overview")).isEmptyDirectory();
    }

    @Test
    void a_name_that_it_does_not_know_changes_nothing() throws Exception {
        assertThat(run("SAMKLIMA_DATABASE_PASSWORD")).isOne();

        assertThat(root.resolve("portal")).isEmptyDirectory();
    }

    private int run(String... names) throws Exception {
        var command = new ArrayList<>(List.of("bash", "new-secrets"));
        command.addAll(List.of(names));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SECRETS", root.toString());
        var input = root.resolve("input").toFile();
        if (input.exists()) {
            builder.redirectInput(input);
        }
        var process = builder.redirectOutput(root.resolve("said").toFile()).start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String secret(String program, String name) throws Exception {
        return Files.readString(root.resolve(program).resolve(name)).strip();
    }
}
