package org.samklima.portal.operator;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes addresses of names: {@code Ærø} becomes {@code aero}, {@code Ängelholm} in Sweden {@code angelholm}. */
final class Slugs {

    /** As the directory holds them. */
    static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");

    private static final int LONGEST = 62;
    private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI", "LU");

    private Slugs() {}

    /** What the name suggests; empty where none of its letters can be written so. */
    static String of(String name, String country) {
        var letters = name.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ü", "ue");
        if (GERMAN_SPEAKING.contains(country)) {
            letters = letters.replace("ä", "ae").replace("ö", "oe");
        }
        var slug = Normalizer.normalize(letters, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        return trimmed(slug.substring(0, Math.min(LONGEST, slug.length())));
    }

    /** The slug itself, or the first of slug-2, slug-3 and so on that is free. */
    static String free(String slug, Predicate<String> taken) {
        var free = slug;
        for (int number = 2; taken.test(free); number++) {
            var suffix = "-" + number;
            free = trimmed(slug.substring(0, Math.min(LONGEST - suffix.length(), slug.length()))) + suffix;
        }
        return free;
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }
}
