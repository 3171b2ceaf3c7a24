package org.samklima.portal.network;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantArrived;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to the bound network, for changing. A membership that ends is kept; its member may come back. */
@Service
class Memberships {

    private static final String WRITE = "INSERT INTO membership (tenant_id, member_id, peer_group, since, until)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, member_id)"
            + " DO UPDATE SET peer_group = excluded.peer_group, since = excluded.since, until = excluded.until";

    private final JdbcOperations jdbc;
    private final Members members;
    private final FirstDays firstDays;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Memberships(
            JdbcOperations jdbc,
            Members members,
            FirstDays firstDays,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.members = members;
        this.firstDays = firstDays;
        this.audit = audit;
        this.events = events;
    }

    /**
     * A member's time in the network.
     *
     * @param peerGroup code of a peer group, or null
     * @param until the last day; null while no end is known
     */
    record Terms(
            @Nullable String peerGroup,
            LocalDate since,
            @Nullable LocalDate until) {

        /** @throws Problem if it would end before it begins */
        Terms {
            if (until != null && until.isBefore(since)) {
                throw Problem.invalid("network.until-before-since");
            }
        }

        private boolean include(LocalDate day) {
            return !day.isBefore(since) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * Makes the tenant a member, or a member again.
     *
     * @throws Problem if it is one already, or is the network itself
     */
    @Transactional
    void add(Tenant tenant, Terms terms) {
        checkNotOneself(tenant.id());
        checkPeerGroup(terms.peerGroup);
        var earlier = members.find(tenant.id());
        earlier.filter(member -> !member.hasLeft(members.today())).ifPresent(member -> {
            throw Problem.conflict("network.member-already", member.name());
        });
        write(Map.of(tenant.id(), terms));
        var detail = new HashMap<String, Object>(Map.of("name", tenant.name(), "since", terms.since));
        earlier.ifPresent(member -> detail.put("earlier", member.since() + "–" + member.until()));
        audit.record("member.added", "member", tenant.id(), detail);
        announce(tenant.id(), earlier.orElse(null), terms);
    }

    /** Ends a membership, takes its end back, corrects its beginning, or puts the member into another peer group. */
    @Transactional
    void change(UUID memberId, Terms terms) {
        var before = members.find(memberId).orElseThrow(Problem::notFound);
        checkPeerGroup(terms.peerGroup);
        write(Map.of(memberId, terms));
        if (terms.until != null && !terms.until.equals(before.until())) {
            audit.record("member.ends", "member", memberId, Map.of("name", before.name(), "until", terms.until));
        } else {
            audit.record("member.changed", "member", memberId, Map.of("name", before.name()));
        }
        announce(memberId, before, terms);
    }

    /**
     * Writes what a list says, in one go.
     *
     * @param terms by member, whether it is one already or not
     * @param added those who were none, or had left
     */
    @Transactional
    void importAll(String list, Map<UUID, Terms> terms, List<UUID> added) {
        terms.keySet().forEach(Memberships::checkNotOneself);
        var before = members.all().stream().collect(Collectors.toMap(Member::id, Function.identity()));
        write(terms);
        audit.record(
                "members.imported",
                "members",
                list,
                Map.of("file", list, "added", added.size(), "changed", terms.size() - added.size()));
        terms.forEach((member, written) -> announce(member, before.get(member), written));
    }

    /** To be told when the first day of a membership begins. It may have been put off meanwhile; then there is nothing to say. */
    @Transactional
    void begin(UUID memberId) {
        if (members.find(memberId)
                .filter(member -> member.isPresent(members.today()))
                .isPresent()) {
            events.publishEvent(new MemberAdded(Tenancy.tenantId(), memberId));
        }
    }

    /** The job queue of another deployment stayed there. */
    @TenantListener
    void on(TenantArrived arrived) {
        var today = members.today();
        members.all().stream()
                .filter(member -> member.since().isAfter(today))
                .forEach(member -> firstDays.await(member.id(), members.beginningOf(member.since())));
    }

    /** Whoever has become a member is announced at once, whoever is to become one on the first day. */
    private void announce(UUID memberId, @Nullable Member before, Terms terms) {
        var today = members.today();
        if (terms.since.isAfter(today)) {
            firstDays.await(memberId, members.beginningOf(terms.since));
        } else if (terms.include(today) && (before == null || !before.isPresent(today))) {
            events.publishEvent(new MemberAdded(Tenancy.tenantId(), memberId));
        }
    }

    private void write(Map<UUID, Terms> terms) {
        var network = Tenancy.tenantId();
        jdbc.batchUpdate(
                WRITE,
                terms.entrySet().stream()
                        .map(member -> Arrays.<@Nullable Object>asList(
                                        network,
                                        member.getKey(),
                                        member.getValue().peerGroup,
                                        member.getValue().since,
                                        member.getValue().until)
                                .toArray())
                        .toList());
    }

    private static void checkNotOneself(UUID memberId) {
        if (memberId.equals(Tenancy.tenantId())) {
            throw Problem.invalid("network.not-oneself");
        }
    }

    private void checkPeerGroup(@Nullable String code) {
        if (code != null
                && members.peerGroups().stream().noneMatch(group -> group.code().equals(code))) {
            throw Problem.invalid("network.peer-group-unknown", code);
        }
    }
}
