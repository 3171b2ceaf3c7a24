package org.samklima.portal.publication;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.Rounds;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what there is, what was chosen and what can be said of a year. */
@Component
class Compositions {

    private final Rounds rounds;
    private final Materials materials;
    private final Drafts drafts;
    private final FirstDraft firstDraft;
    private final PublicShelf shelf;
    private final MessageSource messages;
    private final FigureTexts figures;

    Compositions(
            Rounds rounds,
            Materials materials,
            Drafts drafts,
            FirstDraft firstDraft,
            PublicShelf shelf,
            MessageSource messages,
            FigureTexts figures) {
        this.rounds = rounds;
        this.materials = materials;
        this.drafts = drafts;
        this.firstDraft = firstDraft;
        this.shelf = shelf;
        this.messages = messages;
        this.figures = figures;
    }

    /** @throws Problem not found; if the round has not opened yet */
    @Transactional(readOnly = true)
    public Composition of(UUID round) {
        return of(round, null);
    }

    /** @param typed in place of the stored draft; null for the stored one */
    @Transactional(readOnly = true)
    public Composition of(UUID roundId, @Nullable Draft typed) {
        var round = rounds.get(roundId);
        int year = round.year();
        var ofYear = startingWith(round, materials.rounds(year));
        var extents = materials.extents();
        var known = drafts.find(year)
                .orElseGet(() -> new StoredDraft(year, firstDraft.of(ofYear, extents), 0, 0, null, null));
        var stored = typed == null ? known : known.with(typed);
        var draft = stored.draft();
        var material = materials.of(
                year,
                draft.basis(),
                draft.indicators().stream().map(Draft.ChosenIndicator::code).toList());
        var wording = new Wording(material, messages, figures);
        return new Composition(
                ofYear,
                stored,
                material,
                wording,
                new EditionAssembly(material, draft, wording.ownFigures()),
                shelf.editions(year),
                extents);
    }

    private static List<Round> startingWith(Round first, List<Round> ofYear) {
        if (ofYear.stream().noneMatch(round -> round.id().equals(first.id()))) {
            throw Problem.conflict("publication.obstacle.not-open-yet", first.name());
        }
        return Stream.concat(
                        Stream.of(first),
                        ofYear.stream().filter(round -> !round.id().equals(first.id())))
                .toList();
    }
}
