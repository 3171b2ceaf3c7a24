package org.samklima.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.answers.Answer.Lifetime;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.Network;
import org.samklima.overview.shelf.Publications;
import org.samklima.overview.shelf.Shelf;
import org.samklima.published.Indicator;
import org.samklima.published.NetworkProfile;
import org.samklima.published.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which networks there are, and what each has published. */
@Controller
class NetworkEndpoint {

    private final Publications publications;

    NetworkEndpoint(Publications publications) {
        this.publications = publications;
    }

    /**
     * An edition in the list.
     *
     * @param edition its designator, as addresses take it: {@code 2025.2}
     * @param changes what this version corrects
     */
    record Listed(
            String edition,
            int year,
            int version,
            Instant publishedAt,
            Texts title,
            List<Texts> changes,
            int members,
            List<Indicator> indicators) {

        static Listed of(ReadableEdition edition) {
            var words = edition.words();
            return new Listed(
                    edition.id().toString(),
                    words.year(),
                    words.version(),
                    words.publishedAt(),
                    words.title(),
                    words.changes(),
                    words.members().size(),
                    edition.indicators());
        }
    }

    @GetMapping("/api/v1/networks")
    @Operation(summary = "All networks that present themselves here")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = NetworkProfile.class))))
    Answer networks() {
        Shelf shelf = shelf();
        return new Answer.Json(
                new Answer.Key(shelf.stamp(), "/api/v1/networks"),
                Lifetime.MOVING,
                () -> shelf.networks().stream().map(Network::profile).toList());
    }

    @GetMapping("/api/v1/{network}/editions")
    @Operation(summary = "All editions of a network, newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Listed.class))))
    Answer editions(@PathVariable("network") String slug) {
        Network network = shelf().network(slug).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "No such network"));
        return new Answer.Json(
                new Answer.Key(network.stamp(), "/api/v1/editions"),
                Lifetime.MOVING,
                () -> network.editions().descendingMap().values().stream()
                        .map(Listed::of)
                        .toList());
    }

    private Shelf shelf() {
        return publications
                .shelf()
                .orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The editions are being fetched"));
    }
}
