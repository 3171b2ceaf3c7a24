package org.samklima.portal.publication;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.evaluation.Basis;
import org.samklima.portal.evaluation.Evaluations;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Observations;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.Members;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.Indicator;
import org.samklima.published.Sector;
import org.samklima.published.SectorList;
import org.samklima.published.Source;
import org.samklima.published.Texts;
import org.springframework.stereotype.Component;

/** Gathers what an edition can be made of; as many queries for three hundred members as for three. */
@Component
class Materials {

    private final Tenants tenants;
    private final Members members;
    private final Rounds rounds;
    private final Evaluations evaluations;
    private final IndicatorCatalogue catalogue;
    private final Observations observations;

    Materials(
            Tenants tenants,
            Members members,
            Rounds rounds,
            Evaluations evaluations,
            IndicatorCatalogue catalogue,
            Observations observations) {
        this.tenants = tenants;
        this.members = members;
        this.rounds = rounds;
        this.evaluations = evaluations;
        this.catalogue = catalogue;
        this.observations = observations;
    }

    /** The rounds of a year that members could answer. */
    List<Round> rounds(int year) {
        return rounds.all().stream()
                .filter(round -> round.year() == year && !round.is(RoundState.PLANNED))
                .toList();
    }

    /** How much there is of each indicator. */
    Map<String, Observations.Extent> extents() {
        return observations.extents();
    }

    /** @param indicators codes of those whose figures are wanted */
    Material of(int year, Basis basis, Collection<String> indicators) {
        var network = tenants.get(Tenancy.tenantId());
        var ofYear = rounds(year);
        var reported = ofYear.stream().map(round -> reported(round, basis)).toList();
        var known = catalogue.read();
        var observed = observations.of(indicators);
        var sources = new LinkedHashMap<String, Source>();
        observed.forEach(observation -> {
            var source = published(observation.source(), network.defaultLanguage());
            sources.putIfAbsent(source.code(), source);
        });
        var extents = observations.extents();
        return new Material(
                network,
                year,
                members(ofYear, reported),
                members.peerGroups(),
                reported,
                known.indicators().stream()
                        .filter(indicator -> extents.containsKey(indicator.code()))
                        .map(Materials::published)
                        .toList(),
                known.sectorLists().stream().map(Materials::published).toList(),
                List.copyOf(sources.values()),
                inOrder(observed, known).stream()
                        .map(observation -> observed(observation, network.defaultLanguage()))
                        .toList());
    }

    private ReportedRound reported(Round round, Basis basis) {
        return new ReportedRound(
                round.id(),
                round.formVersion(),
                evaluations.answered(round.id(), basis),
                evaluations.before(round, basis).orElse(null));
    }

    /** Whoever was a member when the last round of the year ended, or is one today if none has; and whoever reported. */
    private List<Member> members(List<Round> ofYear, List<ReportedRound> reported) {
        var today = members.today();
        var day = ofYear.stream()
                .map(Round::deadline)
                .max(Comparator.naturalOrder())
                .filter(deadline -> deadline.isBefore(today))
                .orElse(today);
        return members.all().stream()
                .filter(member -> member.isPresent(day) || hasReported(member.id(), reported))
                .toList();
    }

    private static boolean hasReported(UUID member, List<ReportedRound> reported) {
        return reported.stream().anyMatch(round -> round.now().reports().containsKey(member));
    }

    /** By indicator and sector as the network lists them. */
    private static List<Observation> inOrder(List<Observation> observed, Catalogue known) {
        var places = new LinkedHashMap<String, Integer>();
        for (var indicator : known.indicators()) {
            places.put(indicator.code() + "/", places.size());
            known.sectorListOf(indicator)
                    .ifPresent(list -> list.sectors()
                            .forEach(sector -> places.put(indicator.code() + "/" + sector.code(), places.size())));
        }
        return observed.stream()
                .filter(observation -> places.containsKey(place(observation)))
                .sorted(Comparator.comparingInt(observation -> places.get(place(observation))))
                .toList();
    }

    private static String place(Observation observation) {
        return observation.indicator() + "/" + (observation.sector() == null ? "" : observation.sector());
    }

    private static Observed observed(Observation observation, String language) {
        var noted = observation.figure() instanceof Figure.Noted note ? note : null;
        return new Observed(
                observation.subject(),
                observation.indicator(),
                observation.sector(),
                observation.year(),
                observation.figure().value().orElse(null),
                noted == null ? null : noted.key(),
                noted == null ? observation.explanation() : noted.explanation(),
                published(observation.source(), language).code(),
                observation.origin() == Origin.OWN);
    }

    /** Every import has a source of its own; to the public two imports of the same statistics are one. */
    private static Source published(org.samklima.portal.indicators.Source source, String language) {
        var identity = source.name() + "\n" + source.version() + "\n" + source.url();
        return new Source(
                "source-" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
                Texts.of(language, source.name()),
                true,
                source.version().isEmpty() ? null : source.version(),
                null,
                source.url());
    }

    private static Indicator published(org.samklima.portal.indicators.Indicator indicator) {
        return new Indicator(
                indicator.code(),
                indicator.name(),
                indicator.definition(),
                indicator.unit(),
                indicator.decimals(),
                published(indicator.direction()),
                indicator.sectorList(),
                indicator.perInhabitant(),
                null,
                null);
    }

    private static org.samklima.published.Direction published(Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> org.samklima.published.Direction.LOWER_IS_BETTER;
            case HIGHER_IS_BETTER -> org.samklima.published.Direction.HIGHER_IS_BETTER;
            case NEITHER -> org.samklima.published.Direction.NEUTRAL;
        };
    }

    private static SectorList published(org.samklima.portal.indicators.SectorList list) {
        return new SectorList(
                list.code(),
                list.name(),
                list.sectors().stream()
                        .map(sector -> new Sector(sector.code(), sector.name(), sector.gpc()))
                        .toList());
    }
}
