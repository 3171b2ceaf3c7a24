package org.samklima.portal.indicators;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.MemberAdded;
import org.samklima.portal.network.Members;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Hands each member its official figures: a document for each indicator, addressed to it alone. */
@Component
public class OfficialFiguresShelf {

    private final MemberShelf shelf;
    private final Members members;
    private final Observations observations;
    private final IndicatorCatalogue catalogue;
    private final JsonMapper json;

    OfficialFiguresShelf(
            MemberShelf shelf,
            Members members,
            Observations observations,
            IndicatorCatalogue catalogue,
            JsonMapper json) {
        this.shelf = shelf;
        this.members = members;
        this.observations = observations;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** Puts the newest figures of these indicators in the place of the earlier documents. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Collection<String> indicators) {
        var today = members.today();
        publish(
                observations.of(indicators),
                members.all().stream()
                        .filter(member -> !member.hasLeft(today))
                        .map(Member::id)
                        .toList());
    }

    /** A new member finds what there is about it from the first day. */
    @TenantListener
    void on(MemberAdded added) {
        publish(observations.about(added.memberId()), List.of(added.memberId()));
    }

    private void publish(List<Observation> figures, Collection<UUID> addressees) {
        var known = catalogue.read();
        var versions = shelf.publishedVersions(OfficialFigures.KIND);
        var official = figures.stream()
                .filter(observation ->
                        observation.origin() == Origin.OFFICIAL && addressees.contains(observation.subject()))
                .collect(Collectors.groupingBy(Observation::subject, Collectors.groupingBy(Observation::indicator)));
        official.forEach((member, byIndicator) -> byIndicator.forEach((code, ofIndicator) -> {
            var indicator = known.find(code).orElseThrow();
            var document =
                    OfficialFigures.of(indicator, known.sectorListOf(indicator).orElse(null), ofIndicator);
            var subject = OfficialFigures.subject(member, code);
            shelf.withdraw(OfficialFigures.KIND, subject);
            shelf.publish(
                    OfficialFigures.KIND,
                    subject,
                    versions.getOrDefault(subject, 0) + 1,
                    member,
                    json.writeValueAsString(document));
        }));
    }
}
