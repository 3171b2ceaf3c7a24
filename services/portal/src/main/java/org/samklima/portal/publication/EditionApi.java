package org.samklima.portal.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.published.Edition;
import org.samklima.published.Statement;
import org.samklima.published.Texts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The edition of a round's year, as data: what can be said, what is chosen, publishing and withdrawing. All rounds of a year
 * lead to the same edition.
 */
@TenantApi
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class EditionApi {

    private final Rounds rounds;
    private final Compositions compositions;
    private final Previews previews;
    private final Editions editions;
    private final PublicShelf shelf;
    private final MessageSource messages;

    EditionApi(
            Rounds rounds,
            Compositions compositions,
            Previews previews,
            Editions editions,
            PublicShelf shelf,
            MessageSource messages) {
        this.rounds = rounds;
        this.compositions = compositions;
        this.previews = previews;
        this.editions = editions;
        this.shelf = shelf;
        this.messages = messages;
    }

    /**
     * Everything that can be said of the network from the figures and answers that the draft takes in, in the words proposed for
     * it. A statement joins the edition by its code.
     */
    @GetMapping("/rounds/{round}/statements")
    List<Statement> statements(@PathVariable UUID round) {
        return List.copyOf(compositions.of(round).proposals().values());
    }

    /**
     * A draft, and what stands on the public shelf.
     *
     * @param lockVersion to be sent back with a changed draft; 0 of one that nobody has saved yet
     * @param versions those of the year that are published, newest first
     */
    record EditionState(int year, int lockVersion, Draft draft, List<PublicShelf.Version> versions) {}

    /** What is chosen for the edition; before anything was saved, what a new draft begins with. */
    @GetMapping("/rounds/{round}/edition")
    EditionState draft(@PathVariable UUID round) {
        var composition = compositions.of(round);
        return new EditionState(
                composition.year(), composition.stored().lockVersion(), composition.draft(), composition.published());
    }

    /** @param lockVersion of the draft that was changed */
    record NewDraft(int lockVersion, Draft draft) {}

    /** Saves the draft. 409 if somebody else has saved it since; 422 if it cannot stand. */
    @PutMapping("/rounds/{round}/edition")
    @Allowed({Role.MANAGER, Role.STAFF})
    EditionState save(@PathVariable UUID round, @RequestBody NewDraft draft) {
        editions.save(round, draft.draft(), draft.lockVersion());
        return draft(round);
    }

    /**
     * The edition as it would be published now.
     *
     * @param edition absent where none can be made
     * @param obstacles what stands in the way of publishing it, in the language of the request
     * @param fingerprint to be sent with the publication, so that nothing else is published than what was looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EditionPreview(
            @Nullable Edition edition, List<String> obstacles, List<String> warnings, String fingerprint) {}

    /** Exactly the document that the public would get, and what stands in its way. */
    @GetMapping("/rounds/{round}/edition/preview")
    EditionPreview preview(@PathVariable UUID round, Locale language) {
        var composition = compositions.of(round);
        var preview = previews.of(composition, composition.stored().publishedVersion() + 1);
        return new EditionPreview(
                preview.edition(),
                written(preview.obstacles(), language),
                written(preview.warnings(), language),
                preview.fingerprint());
    }

    private List<String> written(List<Preview.Obstacle> obstacles, Locale language) {
        return obstacles.stream()
                .map(obstacle -> messages.getMessage(obstacle.key(), obstacle.argumentArray(), language))
                .toList();
    }

    /** @param fingerprint of the preview that was looked at; may be left out */
    record NewPublication(@Nullable String fingerprint) {}

    /** What was published, and what it says otherwise than the version before. */
    record Publication(int year, int version, List<Texts> changes) {}

    /**
     * Publishes the saved draft as the next version of its year. 409 if anything stands in its way, or it is not what was looked
     * at any more.
     */
    @PostMapping("/rounds/{round}/edition/publication")
    @Allowed({Role.MANAGER, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    Publication publish(@PathVariable UUID round, @RequestBody(required = false) @Nullable NewPublication publication) {
        var edition = editions.publish(round, publication == null ? null : publication.fingerprint());
        return new Publication(edition.year(), edition.version(), edition.changes());
    }

    /** A version as it was published. 404 if it was withdrawn. */
    @GetMapping("/rounds/{round}/edition/versions/{version}")
    Edition version(@PathVariable UUID round, @PathVariable int version) {
        return shelf.edition(rounds.get(round).year(), version).orElseThrow(Problem::notFound);
    }

    /** Takes every version of the year off the public shelf. 404 if there is none. */
    @DeleteMapping("/rounds/{round}/edition")
    @Allowed({Role.MANAGER, Role.STAFF})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID round) {
        editions.withdraw(round);
    }

    /** Takes one version off the public shelf; its number is never used again. */
    @DeleteMapping("/rounds/{round}/edition/versions/{version}")
    @Allowed({Role.MANAGER, Role.STAFF})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID round, @PathVariable int version) {
        editions.withdraw(round, version);
    }
}
