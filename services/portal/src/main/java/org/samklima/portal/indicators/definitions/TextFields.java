package org.samklima.portal.indicators.definitions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.published.Texts;

/** Texts as forms have them: by language, in the languages that the tenant works in. */
final class TextFields {

    private TextFields() {}

    static Map<String, String> of(@Nullable Texts texts) {
        return texts == null ? Map.of() : texts.byLanguage();
    }

    /**
     * What was typed. What is there in languages that the form did not ask for stays.
     *
     * @return empty if nothing is written in any language of the tenant
     * @throws Problem if a text is longer
     */
    static Optional<Texts> read(
            Map<String, String> typed, List<String> languages, @Nullable Texts before, int longest, String tooLong) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : languages) {
            var text = typed.getOrDefault(language, "").replace("\r\n", "\n").strip();
            if (text.length() > longest) {
                throw Problem.invalid(tooLong, longest);
            }
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        if (before != null) {
            before.byLanguage().forEach((language, text) -> {
                if (!languages.contains(language)) {
                    texts.put(language, text);
                }
            });
        }
        return Optional.of(new Texts(texts));
    }
}
