package org.samklima.portal.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.network.Memberships.Terms;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ColumnRole.Content;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes members from a list, all or none: new ones join, and those there are get the peer group and the days that the list
 * gives them. What it leaves blank stays as it is.
 */
@Service
class MemberImport {

    static final String CODE = "member-code";
    static final String NAME = "member-name";
    static final String PEER_GROUP = "peer-group";
    static final String SINCE = "since";
    static final String UNTIL = "until";

    static final List<ColumnRole> ROLES = List.of(
            new ColumnRole(CODE, Content.CODE),
            new ColumnRole(NAME, Content.TEXT),
            new ColumnRole(PEER_GROUP, Content.TEXT),
            new ColumnRole(SINCE, Content.TEXT),
            new ColumnRole(UNTIL, Content.TEXT));

    private final Tenants tenants;
    private final Members members;
    private final Memberships memberships;
    private final PeerGroups peerGroups;

    MemberImport(Tenants tenants, Members members, Memberships memberships, PeerGroups peerGroups) {
        this.tenants = tenants;
        this.members = members;
        this.memberships = memberships;
        this.peerGroups = peerGroups;
    }

    /** What importing these rows would do. */
    @Transactional(readOnly = true)
    ListReport tryOut(List<ListRow> rows) {
        return check(rows).report();
    }

    /** Imports them, unless one of them is wrong: then the report says which, and nothing has happened. */
    @Transactional
    ListReport carryOut(String list, List<ListRow> rows) {
        var check = check(rows);
        var report = check.report();
        if (!report.isImportable()) {
            return report;
        }
        check.newPeerGroups().forEach(peerGroups::save);
        Map<UUID, Terms> terms = check.terms();
        memberships.importAll(list, terms, check.added());
        return report.done();
    }

    private MemberImportCheck check(List<ListRow> rows) {
        var network = tenants.get(Tenancy.tenantId());
        var check = new MemberImportCheck(network, tenants.all(), members.all(), members.peerGroups(), members.today());
        rows.forEach(check::row);
        return check;
    }
}
