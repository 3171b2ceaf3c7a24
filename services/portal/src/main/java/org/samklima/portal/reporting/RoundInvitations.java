package org.samklima.portal.reporting;

import java.util.List;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.MemberAdded;
import org.samklima.portal.network.Members;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets each member know, in its own tenant, that a round waits for its report: when it opens, and when a member joins later. */
@Component
class RoundInvitations {

    private final StoredRounds rounds;
    private final Members members;
    private final ApplicationEventPublisher events;

    RoundInvitations(StoredRounds rounds, Members members, ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.members = members;
        this.events = events;
    }

    @TenantListener
    void on(RoundOpened opened) {
        members.present().stream()
                .map(Member::id)
                .forEach(member -> events.publishEvent(new ReportAwaited(member, opened.tenantId(), opened.roundId())));
    }

    @TenantListener
    void on(MemberAdded added) {
        rounds.findByStateIn(List.of(RoundState.OPEN))
                .forEach(round ->
                        events.publishEvent(new ReportAwaited(added.memberId(), added.tenantId(), round.id())));
    }
}
