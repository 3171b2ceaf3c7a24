package org.samklima.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** Written by the very encoder that writes the applications' lines. */
class WithoutValuesTests {

    private final LoggerContext logging = new LoggerContext();

    @Test
    void an_exceptions_quotations_and_everybodys_addresses_stay_out_of_the_log() {
        var line = line(
                "Could not write to hilda.hemlig@example.org",
                new IllegalStateException(
                        "Not for hilda.hemlig@example.org",
                        new NumberFormatException("For input string: \"tolv coma fem\"")));

        assertThat(line)
                .contains("Could not write to (address)", "Not for (address)", "For input string: …")
                .contains(NumberFormatException.class.getName(), "WithoutValuesTests.java:")
                .doesNotContain("hilda", "tolv");
    }

    @Test
    void rows_that_break_a_rule_and_texts_that_cannot_be_read_are_not_quoted() {
        assertThat(WithoutValues.values("Key (email)=(hilda) already exists")).isEqualTo("Key (email)… already exists");
        assertThat(WithoutValues.values("Text '31 juni' could not be parsed at index 0"))
                .isEqualTo("Text … could not be parsed at index 0");
        assertThat(WithoutValues.values("Unrecognized token [vi har inget att säga]"))
                .isEqualTo("Unrecognized token …");
    }

    @Test
    void what_we_say_ourselves_stays_as_it_is() {
        assertThat(line("Reference AB12-CD34: /ekby/reports failed", null))
                .contains("\"message\":\"Reference AB12-CD34: /ekby/reports failed\"");
    }

    private String line(String message, @Nullable Throwable failure) {
        var environment = new MockEnvironment().withProperty("SAMKLIMA_LOG_FORMAT", "ecs");
        new OperatorSettings().postProcessEnvironment(environment, new SpringApplication());
        logging.setMDCAdapter(new LogbackMDCAdapter());
        logging.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(logging);
        encoder.setFormat("ecs");
        encoder.start();
        var event = new LoggingEvent(
                getClass().getName(), logging.getLogger("somewhere"), Level.ERROR, message, failure, null);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
