package org.samklima.overview.web;

import java.util.List;
import java.util.Locale;
import org.samklima.overview.shelf.Network;
import org.samklima.pages.Languages;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Shell;
import org.samklima.pages.Shell.LanguageLink;

/** What stands around our pages: the network's name and colour, and the same page in the other languages. */
final class Shells {

    private Shells() {}

    static Shell of(Visit visit, PageAddress address) {
        return of(visit.network(), visit.language(), address);
    }

    static Shell of(Network network, Locale language, PageAddress address) {
        var profile = network.profile();
        return of(language, address)
                .named(
                        profile.name().in(language.getLanguage(), profile.defaultLanguage()),
                        "/" + language.getLanguage() + "/" + network.slug())
                .coloured(profile.accentColour().substring(1));
    }

    /** For pages that belong to no network. */
    static Shell of(Locale language, PageAddress address) {
        Shell product = Shell.of(language, links(language, address));
        return product.named(product.name(), "/" + language.getLanguage());
    }

    private static List<LanguageLink> links(Locale language, PageAddress address) {
        return Languages.SUPPORTED.stream()
                .map(other -> LanguageLink.of(other, in(other, address).toString(), language))
                .toList();
    }

    /** The same address in another language. */
    static PageAddress in(Locale other, PageAddress address) {
        int second = address.path().indexOf('/', 1);
        String rest = second < 0 ? "" : address.path().substring(second);
        return new PageAddress("/" + other.getLanguage() + rest, address.query());
    }
}
