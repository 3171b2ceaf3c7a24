package org.samklima.portal.reporting;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.MemberAdded;
import org.samklima.portal.network.Members;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets each member know, in its own tenant, that a round waits for its report: when it opens, when a member joins later, and
 * when it waits longer.
 */
@Component
class RoundInvitations {

    private final StoredRounds stored;
    private final StoredExtensions extensions;
    private final Rounds rounds;
    private final Members members;
    private final ApplicationEventPublisher events;

    RoundInvitations(
            StoredRounds stored,
            StoredExtensions extensions,
            Rounds rounds,
            Members members,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.extensions = extensions;
        this.rounds = rounds;
        this.members = members;
        this.events = events;
    }

    @TenantListener
    void on(RoundOpened opened) {
        present()
                .forEach(member -> events.publishEvent(new ReportAwaited(member, opened.tenantId(), opened.roundId())));
    }

    @TenantListener
    void on(MemberAdded added) {
        stored.findByStateIn(List.of(RoundState.OPEN))
                .forEach(round ->
                        events.publishEvent(new ReportAwaited(added.memberId(), added.tenantId(), round.id())));
    }

    /** Only those whose deadline it is: of an extension for all, not whoever has longer anyway. */
    @TenantListener
    void on(ExtensionGranted granted) {
        var extension = extensions.findById(granted.extensionId()).orElseThrow();
        var deadlines = rounds.deadlines(granted.roundId());
        var member = extension.memberId();
        (member == null ? present() : Stream.of(member))
                .filter(one -> deadlines.of(one).day().equals(extension.deadline()))
                .forEach(one -> events.publishEvent(
                        new DeadlineExtended(one, granted.tenantId(), granted.roundId(), granted.extensionId())));
    }

    private Stream<UUID> present() {
        return members.present().stream().map(Member::id);
    }
}
