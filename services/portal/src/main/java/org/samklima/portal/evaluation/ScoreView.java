package org.samklima.portal.evaluation;

import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;

/**
 * Which members' scores are looked at, and in which order: the parameters of its address.
 *
 * @param basis which version of each report counts; the newest submitted if none is named
 * @param group code of a peer group
 * @param kind of member
 * @param sort {@code total}, {@code name} or a section's code, with a minus before it from the end; ranks if it is none
 */
record ScoreView(
        Basis basis,
        @Nullable String group,
        @Nullable MemberKind kind,
        @Nullable String sort) {

    ScoreView {
        basis = basis == null ? Basis.SUBMITTED : basis;
        group = group == null || group.isBlank() ? null : group;
    }
}
