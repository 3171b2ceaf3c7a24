package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in one or several languages; its JSON is an object of language codes and texts. Whoever asks in a language that
 * is missing gets the fallback's (the network's own language), or else the first one written.
 *
 * @param byLanguage ISO 639 code in lower case to text, in the order the author gave them; never empty. A blank text counts
 *     as not written.
 */
public record Texts(@JsonValue Map<String, String> byLanguage) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** @throws IllegalArgumentException if a key is not a language code or no text is written */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Texts {
        byLanguage = written(byLanguage);
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language");
        }
    }

    private static Map<String, String> written(Map<String, @Nullable String> given) {
        var written = new LinkedHashMap<String, String>();
        given.forEach((language, text) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new IllegalArgumentException("Not a language code: '" + language + "'");
            }
            if (text != null && !text.isBlank()) {
                written.put(language, text.strip());
            }
        });
        return Collections.unmodifiableMap(written);
    }

    public static Texts of(String language, String text) {
        return new Texts(Map.of(language, text));
    }

    /** The same text with one language added or replaced. */
    public Texts with(String language, String text) {
        var all = new LinkedHashMap<>(byLanguage);
        all.put(language, text);
        return new Texts(all);
    }

    /** The text in the language, or else in the first language there is. */
    public String in(String language) {
        return in(language, language);
    }

    /** The text in the language, or else in the fallback, or else in the first language there is. */
    public String in(String language, String fallback) {
        return byLanguage.get(languageFor(language, fallback));
    }

    /** The language in which {@link #in(String)} answers: what a page writes into the {@code lang} attribute. */
    public String languageFor(String language) {
        return languageFor(language, language);
    }

    /** The language in which {@link #in(String, String)} answers. */
    public String languageFor(String language, String fallback) {
        if (byLanguage.containsKey(language)) {
            return language;
        }
        return byLanguage.containsKey(fallback)
                ? fallback
                : byLanguage.keySet().iterator().next();
    }
}
