package org.samklima.overview.reading;

import org.jspecify.annotations.Nullable;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;

/**
 * Whom to compare. Kinds of members are never mixed: a region's figure holds those of its municipalities.
 *
 * @param peerGroup code of a peer group; null for all of the kind
 */
public record Selection(MemberKind kind, @Nullable String peerGroup) {

    boolean holds(Member member) {
        return member.kind() == kind && (peerGroup == null || peerGroup.equals(member.peerGroup()));
    }
}
