package org.samklima.portal.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in words what the audit trail holds. {@code audit.action.<action>} is what happened. Of the details, {@code
 * audit.detail.<name>} may put a word before the value, and {@code audit.value.<name>.<value>} stands for a value that is
 * a code; a detail that nobody can read, such as an id, is left out.
 */
@Component
class AuditWords {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What happened, in the reader's language; its code where the action has no words. */
    String what(AuditEntry entry, Locale language) {
        return word("audit.action." + entry.action(), language).orElse(entry.action());
    }

    List<String> details(AuditEntry entry, Locale language) {
        return entry.detail().entrySet().stream()
                .flatMap(detail -> detail(detail, language))
                .toList();
    }

    private Stream<String> detail(Map.Entry<String, Object> detail, Locale language) {
        var value = values(detail.getValue())
                .filter(text -> !text.isBlank() && !text.matches(ID))
                .map(text -> word("audit.value." + detail.getKey() + "." + text, language)
                        .orElse(text))
                .collect(Collectors.joining(", "));
        return value.isEmpty()
                ? Stream.empty()
                : Stream.of(word("audit.detail." + detail.getKey(), language)
                        .map(name -> name + " " + value)
                        .orElse(value));
    }

    private static Stream<String> values(Object value) {
        return value instanceof Collection<?> several ? several.stream().map(String::valueOf) : Stream.of("" + value);
    }

    private Optional<String> word(String key, Locale language) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language));
    }
}
