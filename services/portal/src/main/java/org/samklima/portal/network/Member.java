package org.samklima.portal.network;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.TenantKind;

/**
 * A tenant's membership in the bound network.
 *
 * @param id the member's tenant
 * @param slug the member's part of an address
 * @param officialCode the number that official statistics know the member by, leading zeros included
 * @param peerGroup code of one of {@link Members#peerGroups}
 * @param since the first day of the membership
 * @param until its last day; null while no end is known
 */
public record Member(
        UUID id,
        String slug,
        String name,
        TenantKind kind,
        @Nullable String officialCode,
        @Nullable String peerGroup,
        LocalDate since,
        @Nullable LocalDate until) {

    /** The first and the last day of a membership count in full. */
    public boolean isPresent(LocalDate day) {
        return !day.isBefore(since) && !hasLeft(day);
    }

    public boolean hasLeft(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
