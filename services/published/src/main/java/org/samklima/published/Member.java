package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of the network as the edition shows it.
 *
 * @param key the member's part of an address, as {@code granviken}; unique in the network and the same from edition to
 *     edition
 * @param id the member's tenant
 * @param officialCode the number that official statistics know the member by, leading zeros included
 * @param peerGroup code of a {@link PeerGroup}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        String key,
        UUID id,
        String name,
        @Nullable String officialCode,
        MemberKind kind,
        @Nullable String peerGroup) {}
