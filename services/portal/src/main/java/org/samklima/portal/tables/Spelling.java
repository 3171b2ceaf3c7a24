package org.samklima.portal.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes words comparable that people spell in several ways. For comparing only, never for showing. */
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    /** Without case, accents and punctuation: {@code Malung-Sälen} and {@code MALUNG SALEN} become the same. */
    public static String fold(String words) {
        var letters = words.toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ł", "l");
        var bare = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
        return OTHER_THAN_LETTERS_AND_DIGITS.matcher(bare).replaceAll(" ").strip();
    }

    /** Moreover without the difference between ä and ae, å and aa, ö and oe, ü and ue: {@code Aarhus} and {@code Århus}. */
    public static String foldVowels(String words) {
        return fold(words)
                .replace("aa", "a")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }
}
