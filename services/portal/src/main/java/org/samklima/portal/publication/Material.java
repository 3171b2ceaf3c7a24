package org.samklima.portal.publication;

import java.util.List;
import java.util.Optional;
import org.samklima.portal.network.Member;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.Indicator;
import org.samklima.published.PeerGroup;
import org.samklima.published.SectorList;
import org.samklima.published.Source;

/**
 * Everything that an edition of a year can be made of, before anything is chosen.
 *
 * @param network whose edition it is
 * @param members everyone it may speak of, in the order of the network's own list
 * @param rounds those of the year
 * @param indicators the network's, in its order; without baseline and target, which are the edition's choice
 * @param observations about the members, in the order of indicators and sectors
 */
record Material(
        Tenant network,
        int year,
        List<Member> members,
        List<PeerGroup> peerGroups,
        List<ReportedRound> rounds,
        List<Indicator> indicators,
        List<SectorList> sectorLists,
        List<Source> sources,
        List<Observed> observations) {

    Optional<Indicator> indicator(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }
}
