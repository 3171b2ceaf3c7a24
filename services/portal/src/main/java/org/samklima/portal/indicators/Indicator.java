package org.samklima.portal.indicators;

import org.jspecify.annotations.Nullable;
import org.samklima.published.Texts;

/**
 * What a figure measures.
 *
 * @param code the same in every network and form if shared, else the tenant's own
 * @param definition what is counted and what is not
 * @param unit as it stands after the number
 * @param decimals how many a page shows; figures are kept exactly
 * @param sectorList code of the list that divides it, if any
 * @param perInhabitant whether the value divided by the population of the same year means something
 * @param shared whether it comes with the product, so that it means the same in every tenant
 */
public record Indicator(
        String code,
        Texts name,
        Texts definition,
        Texts unit,
        int decimals,
        Direction direction,
        @Nullable String sectorList,
        boolean perInhabitant,
        boolean shared) {

    /** The most decimals that a page shows. */
    public static final int MAX_DECIMALS = 6;

    /** @throws IllegalArgumentException if the code or the number of decimals is impossible */
    public Indicator {
        Codes.checked(code);
        if (sectorList != null) {
            Codes.checked(sectorList);
        }
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("Decimals of " + code + ": " + decimals);
        }
    }

    /** For the audit trail, which is not translated. */
    public String anyName() {
        return name.byLanguage().values().iterator().next();
    }

    /** Whether it counts the people who live there. */
    public boolean isPopulation() {
        return code.equals(SharedCatalogue.POPULATION);
    }

    /** Whether its value is a share: it can have no share taken of it without confusing a reader. */
    public boolean isPercentage() {
        return unit.byLanguage().values().stream().allMatch("%"::equals);
    }
}
