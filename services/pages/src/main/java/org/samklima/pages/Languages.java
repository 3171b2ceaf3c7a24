package org.samklima.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages every page exists in, and the writing that belongs to each. */
public final class Languages {

    /** In the order in which a reader may choose them. */
    public static final List<Locale> SUPPORTED =
            List.of(Locale.of("sv"), Locale.of("da"), Locale.GERMAN, Locale.ENGLISH);

    /** English dates and figures are written the European way: 22 November 2026. */
    private static final Map<String, Locale> WRITING = Map.of("en", Locale.UK);

    private Languages() {}

    /** The supported language with this code; empty for any other text. */
    public static Optional<Locale> of(String code) {
        return SUPPORTED.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst();
    }

    /** The first supported language that an {@code Accept-Language} header asks for, by its weights; empty if none. */
    public static Optional<Locale> accepted(String header) {
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The locale whose rules for numbers and dates belong to a language. */
    static Locale writing(Locale language) {
        return WRITING.getOrDefault(language.getLanguage(), language);
    }

    /** How a language calls itself, as a reader who knows no other would look for it. */
    public static String ownName(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
