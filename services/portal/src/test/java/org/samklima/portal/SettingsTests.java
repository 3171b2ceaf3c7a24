package org.samklima.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The portal's {@code application.yaml}, read as at a start, without starting. */
class SettingsTests {

    @TempDir
    Path secrets;

    @Test
    void a_password_may_be_a_file() throws Exception {
        Files.writeString(secrets.resolve("SAMKLIMA_DATABASE_PORTAL_PASSWORD"), "from-the-file\n");

        assertThat(settings(Map.of()).getProperty("spring.datasource.password")).isEqualTo("from-the-file");
    }

    @Test
    void a_variable_goes_before_a_file() throws Exception {
        Files.writeString(secrets.resolve("SAMKLIMA_DATABASE_PORTAL_PASSWORD"), "from-the-file\n");

        assertThat(settings(Map.of("SAMKLIMA_DATABASE_PORTAL_PASSWORD", "from-the-variable"))
                        .getProperty("spring.datasource.password"))
                .isEqualTo("from-the-variable");
    }

    @Test
    void no_header_tells_us_who_we_are_unless_a_proxy_is_said_to_be_there() {
        assertThat(settings(Map.of()).getProperty("server.forward-headers-strategy"))
                .isEqualTo("none");
        assertThat(settings(Map.of("SAMKLIMA_FORWARDED_HEADERS", "framework"))
                        .getProperty("server.forward-headers-strategy"))
                .isEqualTo("framework");
    }

    @Test
    void keycloak_is_asked_at_the_address_that_browsers_know_unless_there_is_another_inside() {
        var issuer = Map.<String, Object>of("SAMKLIMA_IDENTITY_ISSUER", "https://id.example.org/realms/samklima");
        assertThat(settings(issuer).getProperty("samklima.identity.backchannel"))
                .isEqualTo("https://id.example.org/realms/samklima");

        var inside = new HashMap<>(issuer);
        inside.put("SAMKLIMA_IDENTITY_BACKCHANNEL", "http://keycloak:8080/realms/samklima");
        assertThat(settings(inside).getProperty("samklima.identity.backchannel"))
                .isEqualTo("http://keycloak:8080/realms/samklima");
    }

    private StandardEnvironment settings(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var given = new HashMap<>(variables);
        given.put("SAMKLIMA_SECRETS", secrets + "/");
        environment.getPropertySources().addFirst(new MapPropertySource("the variables of this test", given));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
