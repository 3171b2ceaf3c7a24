package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a figure measures.
 *
 * @param unit as it stands after the number, for example {@code t CO₂e}
 * @param decimals how many decimals a page shows; the figures themselves are never rounded
 * @param sectorList code of the {@link SectorList} that divides the indicator, if any
 * @param perInhabitant whether the value divided by the population of the same year means something
 * @param baselineYear the year that change is counted from
 * @param target where the network is going together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Indicator(
        String code,
        Texts name,
        @Nullable Texts description,
        Texts unit,
        int decimals,
        Direction direction,
        @Nullable String sectorList,
        boolean perInhabitant,
        @Nullable Integer baselineYear,
        @Nullable Target target) {}
