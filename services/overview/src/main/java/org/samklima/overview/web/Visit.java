package org.samklima.overview.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.Network;
import org.samklima.pages.PageAddress;
import org.samklima.published.Ranking;
import org.samklima.published.Source;
import org.samklima.published.Texts;
import org.springframework.web.util.UriUtils;

/**
 * Where a reader is: which edition of which network, in which language. Templates see it as {@code ${visit}}.
 *
 * @param edition the one to be read
 * @param designator the edition as the address names it, {@code 2025} or {@code 2025.2}; null for the newest
 */
record Visit(
        Network network, ReadableEdition edition, @Nullable String designator, Locale language) {

    /** Address of a page of the same edition, in the same language. */
    PageAddress address(List<String> segments, List<String> query) {
        var path = new StringBuilder("/" + language.getLanguage() + "/" + network.slug());
        if (designator != null) {
            path.append('/').append(designator);
        }
        segments.forEach(segment -> path.append('/').append(UriUtils.encode(segment, "UTF-8")));
        return new PageAddress(path.toString(), query);
    }

    /** For templates: the address of a page of the same edition. */
    public String to(String... segments) {
        return address(List.of(segments), List.of()).toString();
    }

    /** The address of one member's page. */
    public String toMember(String key) {
        return to("members", key);
    }

    /** The address of the comparison with members of like size. */
    public String toSimilar(String key) {
        return address(List.of("compare"), new Query().with("similar", key).parameters())
                .toString();
    }

    /** Where a figure comes from, in words. */
    public String source(Source source) {
        return Sources.written(source, this);
    }

    /** What people wrote, in this language or else the network's own. */
    public String text(@Nullable Texts texts) {
        return texts == null
                ? ""
                : texts.in(language.getLanguage(), network.profile().defaultLanguage());
    }

    /** The language that {@link #text} answers in, for the {@code lang} attribute; null where it is the page's. */
    public @Nullable String languageOf(@Nullable Texts texts) {
        if (texts == null) {
            return null;
        }
        String written =
                texts.languageFor(language.getLanguage(), network.profile().defaultLanguage());
        return written.equals(language.getLanguage()) ? null : written;
    }

    public boolean showsRanks() {
        return edition.network().ranking() != Ranking.NONE;
    }

    /** Whether a later edition, or a later version of this one, is published. */
    public boolean isSuperseded() {
        return network.newest().orElseThrow() != edition;
    }

    /**
     * A page of this edition.
     *
     * @param address the page's own, without anything that makes no difference to it
     */
    Answer page(PageAddress address, String template, Supplier<Map<String, Object>> model) {
        return new Answer.Page(new Answer.Key(network.stamp(), address.toString()), language, template, () -> {
            var all = new HashMap<>(model.get());
            all.put("visit", this);
            all.put("address", address);
            all.put("shell", Shells.of(this, address));
            return all;
        });
    }
}
