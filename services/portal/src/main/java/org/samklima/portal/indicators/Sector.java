package org.samklima.portal.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Texts;

/**
 * A part of a whole.
 *
 * @param gpc the sectors of the Global Protocol for Community-Scale Greenhouse Gas Inventories that it belongs to, several
 *     separated by a comma; null where the protocol has none
 * @param spellings by which files call it, besides its code and its names
 */
public record Sector(String code, Texts name, @Nullable String gpc, List<String> spellings) {

    public Sector {
        Codes.checked(code);
        spellings = spellings == null ? List.of() : List.copyOf(spellings);
    }
}
