package org.samklima.portal.planning.goals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;

/**
 * What a target is measured by.
 *
 * @param sector null for the whole
 * @param per what it is divided by; null unless it is an intensity
 */
record Meaning(
        Indicator indicator,
        @Nullable Sector sector,
        @Nullable Indicator per) {

    /** Empty where an indicator or the sector is not known, or not known any more. */
    static Optional<Meaning> of(Target target, Catalogue catalogue) {
        var indicator = catalogue.find(target.indicator()).orElse(null);
        if (indicator == null) {
            return Optional.empty();
        }
        var code = target.sector();
        var sector = code == null
                ? null
                : catalogue
                        .sectorListOf(indicator)
                        .flatMap(list -> list.sector(code))
                        .orElse(null);
        var divisor = target.per();
        var per = divisor == null ? null : catalogue.find(divisor).orElse(null);
        return (code == null) == (sector == null) && (divisor == null) == (per == null)
                ? Optional.of(new Meaning(indicator, sector, per))
                : Optional.empty();
    }

    /** @param fallback the tenant's own language */
    public String name(FigureText figures, String fallback) {
        var name = figures.text(indicator.name(), fallback);
        return sector == null ? name : name + ": " + figures.text(sector.name(), fallback);
    }

    /** The unit in which it is observed, before it is divided by anything. */
    public String unit(FigureText figures, String fallback) {
        return figures.text(indicator.unit(), fallback);
    }

    /**
     * Whether less of it is better. Where neither end is, the goal says by where it leads.
     *
     * @param falls whether the goal leads downwards
     */
    boolean isLowerBetter(boolean falls) {
        return indicator.direction() == Direction.NEITHER ? falls : indicator.direction() == Direction.LOWER_IS_BETTER;
    }
}
