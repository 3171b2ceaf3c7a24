package org.samklima.portal.publication;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.portal.network.Member;
import org.samklima.portal.publication.Preview.Obstacle;
import org.samklima.portal.reporting.RoundState;
import org.samklima.published.Edition;
import org.samklima.published.MemberKind;
import org.samklima.published.Statement;
import org.samklima.published.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows an edition as it would be published. */
@Component
class Previews {

    private static final Obstacle OVERLAP = Obstacle.of("forms-overlap");

    private final PublicShelf shelf;
    private final JsonMapper json;
    private final Clock clock;

    Previews(PublicShelf shelf, JsonMapper json, Clock clock) {
        this.shelf = shelf;
        this.json = json;
        this.clock = clock;
    }

    /** @param version the edition's own */
    Preview of(Composition composition, int version) {
        var obstacles = new ArrayList<>(obstacles(composition));
        if (obstacles.stream().anyMatch(obstacle -> obstacle.equals(OVERLAP))) {
            return new Preview(null, List.copyOf(obstacles), List.of(), "");
        }
        var draft = composition.draft();
        var title = Objects.requireNonNullElseGet(
                draft.title(), () -> composition.wording().title());
        var introduction = Objects.requireNonNullElse(draft.introduction(), title);
        var edition = edition(composition, version, title, introduction, List.of());
        var previous = composition.published().stream()
                .findFirst()
                .flatMap(newest -> shelf.edition(composition.year(), newest.version()));
        if (previous.isEmpty()) {
            return preview(edition, obstacles, composition);
        }
        var changes = EditionChanges.between(previous.get(), edition).stream()
                .map(composition.wording()::change)
                .toList();
        if (changes.isEmpty()) {
            obstacles.add(Obstacle.of("unchanged", previous.get().version()));
        }
        var told = Stream.concat(Stream.ofNullable(draft.correction()), changes.stream())
                .toList();
        return preview(edition(composition, version, title, introduction, told), obstacles, composition);
    }

    private Preview preview(Edition edition, List<Obstacle> obstacles, Composition composition) {
        return new Preview(
                edition, List.copyOf(obstacles), warnings(composition, edition), Preview.fingerprint(edition, json));
    }

    /** What is shown and published is what a reader will read back, to the last digit. */
    private Edition edition(
            Composition composition, int version, Texts title, Texts introduction, List<Texts> changes) {
        var edition = composition
                .assembly()
                .edition(
                        version,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        title,
                        introduction,
                        changes,
                        composition.wording()::statement);
        return json.readValue(json.writeValueAsString(edition), Edition.class);
    }

    private static List<Obstacle> obstacles(Composition composition) {
        var obstacles = new ArrayList<Obstacle>();
        var draft = composition.draft();
        if (draft.title() == null) {
            obstacles.add(Obstacle.of("no-title"));
        }
        if (draft.introduction() == null) {
            obstacles.add(Obstacle.of("no-introduction"));
        }
        var chosen = composition.chosenRounds();
        if (chosen.isEmpty()) {
            obstacles.add(Obstacle.of("no-form"));
        }
        if (overlap(composition)) {
            obstacles.add(OVERLAP);
        }
        chosen.stream()
                .filter(round -> round.is(RoundState.OPEN))
                .forEach(round -> obstacles.add(Obstacle.of("round-open", round.name())));
        composition.assembly().implausible().stream()
                .map(observed -> implausible(observed, composition.material()))
                .forEach(obstacles::add);
        return obstacles;
    }

    private static Obstacle implausible(Observed observed, Material material) {
        var member = material.members().stream()
                .filter(one -> one.id().equals(observed.member()))
                .map(Member::name)
                .findFirst()
                .orElse("");
        return Obstacle.of("figure-too-large", member, observed.indicator(), String.valueOf(observed.value()));
    }

    private static boolean overlap(Composition composition) {
        var asked = new HashSet<MemberKind>();
        return composition.chosenReports().stream()
                .flatMap(reported -> FirstDraft.kinds(reported.now().form()).stream())
                .anyMatch(kind -> !asked.add(kind));
    }

    private static List<Obstacle> warnings(Composition composition, Edition edition) {
        var warnings = new ArrayList<Obstacle>();
        if (edition.round().reports().isEmpty()) {
            warnings.add(Obstacle.of("no-reports"));
        }
        if (edition.statements().isEmpty()) {
            warnings.add(Obstacle.of("no-statements"));
        }
        var said = edition.statements().stream().map(Statement::code).collect(Collectors.toSet());
        long unsaid = composition.draft().statements().stream()
                .filter(chosen -> !said.contains(chosen.code()))
                .count();
        if (unsaid > 0) {
            warnings.add(Obstacle.of("unsaid", unsaid));
        }
        for (var language : edition.network().languages()) {
            if (isMissing(edition.title(), language)
                    || isMissing(edition.introduction(), language)
                    || edition.statements().stream().anyMatch(statement -> isMissing(statement.text(), language))) {
                warnings.add(Obstacle.of("untranslated." + language));
            }
        }
        return warnings;
    }

    private static boolean isMissing(Texts texts, String language) {
        return !texts.byLanguage().containsKey(language);
    }
}
