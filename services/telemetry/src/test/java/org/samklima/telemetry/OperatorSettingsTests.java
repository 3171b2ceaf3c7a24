package org.samklima.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class OperatorSettingsTests {

    private static final String EXPOSED = "management.endpoints.web.exposure.include";
    private static final String DETAILS = "management.endpoint.health.show-details";

    @Test
    void nothing_said_nothing_shown_and_nothing_paid_for() {
        var settings = settings();
        assertThat(settings.getProperty(EXPOSED)).isEqualTo("health");
        assertThat(settings.getProperty("management.server.port")).isNull();
        assertThat(settings.getProperty(DETAILS)).isNull();
        assertThat(settings.getProperty("management.opentelemetry.enabled")).isEqualTo("false");
        assertThat(settings.getProperty("jdbc.datasource-proxy.enabled")).isEqualTo("false");
        assertThat(settings.getProperty("spring.autoconfigure.exclude").split(","))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
        assertThat(settings.getProperty("logging.structured.format.console")).isNull();
    }

    @Test
    void a_management_port_brings_metrics_that_are_for_this_machine_alone_unless_said_otherwise() {
        var settings = settings("SAMKLIMA_MANAGEMENT_PORT", "9090");
        assertThat(settings.getProperty(EXPOSED)).isEqualTo("health,prometheus");
        assertThat(settings.getProperty("management.server.port")).isEqualTo("9090");
        assertThat(settings.getProperty("management.server.address")).isEqualTo("127.0.0.1");
        assertThat(settings.getProperty(DETAILS)).isEqualTo("always");
    }

    @Test
    void what_is_left_empty_is_left_out() {
        var settings =
                settings("SAMKLIMA_MANAGEMENT_PORT", "", "SAMKLIMA_TRACES_ENDPOINT", "", "SAMKLIMA_LOG_FORMAT", "");
        assertThat(settings.getProperty(EXPOSED)).isEqualTo("health");
        assertThat(settings.getProperty("management.opentelemetry.tracing.export.otlp.endpoint"))
                .isNull();
        assertThat(settings.getProperty("logging.structured.format.console")).isNull();
    }

    private static MockEnvironment settings(String... given) {
        var environment = new MockEnvironment();
        for (int i = 0; i < given.length; i += 2) {
            environment.setProperty(given[i], given[i + 1]);
        }
        new OperatorSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
