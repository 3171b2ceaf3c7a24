package org.samklima.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTests {

    @Test
    void whatever_is_said_becomes_one_object_on_one_line() {
        var said = new LogRecord(Level.SEVERE, "Change \"090\\b\"\nfailed:\tå");
        said.setThrown(new IllegalStateException("first\nsecond"));

        var line = new JsonLines().format(said);

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line)
                .startsWith("{\"@timestamp\":\"")
                .contains("\"log.level\":\"ERROR\"", "\"service.name\":\"migration\"")
                .contains("\"message\":\"Change \\\"090\\\\b\\\"\\u000afailed:\\u0009å\"")
                .contains("\"error.type\":\"" + IllegalStateException.class.getName() + "\"")
                .endsWith("\"}" + System.lineSeparator());
    }
}
