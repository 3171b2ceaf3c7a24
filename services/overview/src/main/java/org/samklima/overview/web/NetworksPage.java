package org.samklima.overview.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.shelf.Publications;
import org.samklima.overview.shelf.Shelf;
import org.samklima.pages.Languages;
import org.samklima.pages.PageAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which networks there are. */
@Controller
class NetworksPage {

    private final Publications publications;

    NetworksPage(Publications publications) {
        this.publications = publications;
    }

    /** Leads to the list in the reader's language. */
    @GetMapping("/")
    ResponseEntity<Void> start(Locale language) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/" + language.getLanguage())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache())
                .build();
    }

    @GetMapping("/{language:sv|da|de|en}")
    Answer networks(@PathVariable("language") String code) {
        Locale language = Languages.of(code).orElseThrow();
        Shelf shelf = publications.shelf().orElseThrow(() -> new NothingYet(null));
        var address = PageAddress.of("/" + code, null);
        return new Answer.Page(
                new Answer.Key(shelf.stamp(), address.toString()),
                language,
                "overview/networks",
                () -> Map.of("networks", networks(shelf, language), "shell", Shells.of(language, address)));
    }

    /** A network in the list; its newest edition's title, if there is one. */
    record Listed(String name, String description, String href, String edition) {}

    private static List<Listed> networks(Shelf shelf, Locale language) {
        String code = language.getLanguage();
        return shelf.networks().stream()
                .map(network -> {
                    var profile = network.profile();
                    var description = profile.description();
                    return new Listed(
                            profile.name().in(code, profile.defaultLanguage()),
                            description == null ? "" : description.in(code, profile.defaultLanguage()),
                            "/" + code + "/" + network.slug(),
                            network.newest()
                                    .map(edition -> edition.words().title().in(code, profile.defaultLanguage()))
                                    .orElse(""));
                })
                .toList();
    }
}
