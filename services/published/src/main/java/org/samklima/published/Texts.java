package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in one or several languages; its JSON is an object of language codes and texts. Whoever asks in a language that
 * is missing gets the first one written.
 *
 * @param byLanguage language code to text, in the order the author gave them; never empty
 */
public record Texts(@JsonValue Map<String, String> byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Texts {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static Texts of(String language, String text) {
        return new Texts(Map.of(language, text));
    }

    /** The text in the language, or else in the first language there is. */
    public String in(String language) {
        return byLanguage.get(languageFor(language));
    }

    /** The language in which {@link #in} answers: what a page writes into the {@code lang} attribute. */
    public String languageFor(String language) {
        return byLanguage.containsKey(language)
                ? language
                : byLanguage.keySet().iterator().next();
    }
}
