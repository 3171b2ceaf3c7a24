package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.published.NotationKey;

/**
 * A figure about a member, as it was entered.
 *
 * @param sector code; null for the whole
 * @param value null where a notation key stands in its place
 * @param source code of the published source
 * @param own what the member says itself, as against official statistics
 */
record Observed(
        UUID member,
        String indicator,
        @Nullable String sector,
        int year,
        @Nullable BigDecimal value,
        @Nullable NotationKey notation,
        @Nullable String explanation,
        String source,
        boolean own) {}
