package org.samklima.portal.publication;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.published.Edition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishing and withdrawing the editions of the bound network. An edition is of a year; any round of the year leads to it.
 * What is published never changes: a correction is the next version.
 */
@Component
class Editions {

    private final Rounds rounds;
    private final Compositions compositions;
    private final Previews previews;
    private final Drafts drafts;
    private final PublicShelf shelf;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Editions(
            Rounds rounds,
            Compositions compositions,
            Previews previews,
            Drafts drafts,
            PublicShelf shelf,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.compositions = compositions;
        this.previews = previews;
        this.drafts = drafts;
        this.shelf = shelf;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Saves what was chosen.
     *
     * @param basedOn lock version of the draft that was changed
     * @throws Problem if the draft cannot stand, or somebody else has saved it since
     */
    @Transactional
    StoredDraft save(UUID round, Draft draft, int basedOn) {
        int year = rounds.get(round).year();
        DraftCheck.faults(draft).stream().findFirst().ifPresent(fault -> {
            throw Problem.invalid(fault.key(), fault.argumentArray());
        });
        return drafts.save(year, draft, basedOn);
    }

    /**
     * Publishes the stored draft as the next version of its year, in the transaction in which its rounds become published.
     *
     * @param fingerprint of the preview that was looked at; null if none was
     * @return the version
     * @throws Problem if anything stands in its way, or it is not what was looked at any more
     */
    @Transactional
    Edition publish(UUID roundId, @Nullable String fingerprint) {
        int year = rounds.get(roundId).year();
        if (drafts.find(year).isEmpty()) {
            throw Problem.conflict("publication.obstacle.no-draft");
        }
        int version = drafts.nextVersion(year);
        var composition = compositions.of(roundId);
        var preview = previews.of(composition, version);
        preview.obstacles().stream().findFirst().ifPresent(obstacle -> {
            throw Problem.conflict(obstacle.key(), obstacle.argumentArray());
        });
        if (fingerprint != null && !fingerprint.equals(preview.fingerprint())) {
            throw Problem.conflict("publication.changed-since-preview");
        }
        shelf.publish(preview.edition());
        drafts.save(
                year,
                composition.stored().draft().corrected(),
                composition.stored().lockVersion());
        composition.chosenRounds().forEach(round -> rounds.published(round.id()));
        audit.record("edition.published", "edition", year, Map.of("year", year, "version", version));
        events.publishEvent(new EditionPublished(Tenancy.tenantId(), year, version));
        return preview.edition();
    }

    /**
     * Takes one version off the public shelf. Its number is never used again.
     *
     * @throws Problem not found, if it does not stand there
     */
    @Transactional
    void withdraw(UUID roundId, int version) {
        int year = rounds.get(roundId).year();
        if (!shelf.withdraw(year, version)) {
            throw Problem.notFound();
        }
        audit.record("edition.withdrawn", "edition", year, Map.of("year", year, "version", version));
        events.publishEvent(new EditionWithdrawn(Tenancy.tenantId(), year, version));
        if (shelf.editions(year).isEmpty()) {
            rounds.all().stream()
                    .filter(round -> round.year() == year && round.is(RoundState.PUBLISHED))
                    .forEach(round -> rounds.withdrawn(round.id()));
        }
    }

    /**
     * Takes every version of the year off the public shelf.
     *
     * @throws Problem not found, if there is none
     */
    @Transactional
    void withdraw(UUID roundId) {
        var published = shelf.editions(rounds.get(roundId).year());
        if (published.isEmpty()) {
            throw Problem.notFound();
        }
        published.forEach(version -> withdraw(roundId, version.version()));
    }
}
