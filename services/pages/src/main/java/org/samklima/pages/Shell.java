package org.samklima.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around every page; templates see it as {@code ${shell}}.
 *
 * @param name whose pages these are: a tenant, a network, or the product
 * @param home where the name leads to
 * @param accent the network's colour as six hexadecimal digits, or null for the product's own
 * @param language of the page
 * @param languages where the same page is found in each language
 */
public record Shell(String name, String home, @Nullable String accent, Locale language, List<LanguageLink> languages) {

    /** What pages made by the layout may load and run: nothing from elsewhere and nothing written inline but images, which
     * Bootstrap asks for while our style sheet that replaces them is still on its way. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    static final String PRODUCT = "Samklima";

    public Shell {
        accent = accent == null || !accent.startsWith("#") ? accent : accent.substring(1);
        languages = List.copyOf(languages);
    }

    /** The shell of a page that belongs to nobody in particular. */
    public static Shell of(Locale language, List<LanguageLink> languages) {
        return new Shell(PRODUCT, "/", null, language, languages);
    }

    public Shell named(String name, String home) {
        return new Shell(name, home, accent, language, languages);
    }

    /** @param accent six hexadecimal digits, with or without the sign before them, or null for the product's own colour */
    public Shell coloured(@Nullable String accent) {
        return new Shell(name, home, accent, language, languages);
    }

    public Shell in(List<LanguageLink> languages) {
        return new Shell(name, home, accent, language, languages);
    }

    /** What stands in the browser's title bar: the page, whose it is, and the product. */
    public String title(String page) {
        return name.equals(PRODUCT) ? page + " – " + PRODUCT : page + " – " + name + " – " + PRODUCT;
    }

    /**
     * The same page in one language.
     *
     * @param name how the language calls itself
     * @param current whether this is the language of the page being read
     */
    public record LanguageLink(String code, String name, String href, boolean current) {

        public static LanguageLink of(Locale language, String href, Locale reading) {
            return new LanguageLink(
                    language.getLanguage(),
                    Languages.ownName(language),
                    href,
                    language.getLanguage().equals(reading.getLanguage()));
        }
    }
}
