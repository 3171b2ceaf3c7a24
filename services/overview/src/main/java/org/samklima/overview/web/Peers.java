package org.samklima.overview.web;

import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Selection;
import org.samklima.published.Member;
import org.samklima.published.PeerGroup;

/**
 * Whom a member is fairly compared with: its peer group, or all of its kind where it has none. The member is one of them.
 *
 * @param name of the peer group; null for all of the kind
 */
record Peers(int[] members, @Nullable String code, @Nullable String name) {

    static Peers of(Member member, Visit visit) {
        String code = member.peerGroup();
        int[] members = visit.edition().members(new Selection(member.kind(), code));
        String name = visit.edition().words().peerGroups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .map(PeerGroup::name)
                .map(visit::text)
                .orElse(null);
        return new Peers(members, code, name);
    }

    public int count() {
        return members.length;
    }
}
