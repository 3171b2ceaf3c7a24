package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured: what the indicators mean, where the values come from, and the values.
 *
 * @param indicators in the order they are shown; the first is the one a member's page opens with
 * @param population code of the indicator that counts inhabitants; without it nothing is shown per inhabitant
 * @param tables at most one for an indicator and sector
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
        List<Indicator> indicators,
        List<SectorList> sectorLists,
        List<Source> sources,
        @Nullable String population,
        List<FigureTable> tables) {

    public Figures {
        indicators = Lists.copy(indicators);
        sectorLists = Lists.copy(sectorLists);
        sources = Lists.copy(sources);
        tables = Lists.copy(tables);
    }
}
