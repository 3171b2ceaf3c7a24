package org.samklima.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"_sv", "_da", "_de"})
    void no_text_is_missing_in_any_language(String language) {
        assertThat(keys(language)).isEqualTo(keys("")).isNotEmpty();
    }

    private static Set<String> keys(String language) {
        var messages = new Properties();
        var file = MessagesTests.class.getResourceAsStream("/messages/standalone" + language + ".properties");
        try (var reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
            return messages.stringPropertyNames();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
