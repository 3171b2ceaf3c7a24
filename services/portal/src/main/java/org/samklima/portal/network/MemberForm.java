package org.samklima.portal.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.network.Memberships.Terms;

/** A membership, as typed. */
record MemberForm(
        @Nullable String peerGroup,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static MemberForm of(Member member) {
        return new MemberForm(member.peerGroup(), member.since(), member.until());
    }

    Terms toTerms(LocalDate today) {
        return new Terms(
                peerGroup == null || peerGroup.isBlank() ? null : peerGroup, since == null ? today : since, until);
    }
}
