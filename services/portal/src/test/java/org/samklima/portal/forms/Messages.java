package org.samklima.portal.forms;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The module's English messages, by which tests know that a key exists; that all languages have it is tested for all modules. */
final class Messages {

    private Messages() {}

    static Set<String> keys() {
        try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream("/messages/forms.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var messages = new Properties();
            messages.load(reader);
            return messages.stringPropertyNames();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
