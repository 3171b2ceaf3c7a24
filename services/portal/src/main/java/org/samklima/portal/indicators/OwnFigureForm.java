package org.samklima.portal.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.published.NotationKey;

/** The tenant's own figure as somebody types it. */
record OwnFigureForm(
        @Nullable Integer year,
        @Nullable String sector,
        @Nullable BigDecimal value,
        @Nullable NotationKey notation,
        @Nullable String explanation,
        @Nullable String sourceName,
        @Nullable String sourceVersion,
        @Nullable String sourceUrl) {

    static final OwnFigureForm EMPTY = new OwnFigureForm(null, null, null, null, null, null, null, null);

    OwnFigures.Entered entered() {
        if (year == null) {
            throw Problem.invalid("indicators.own.no-year");
        }
        return new OwnFigures.Entered(
                year, sector, value, notation, explanation, new SourceDetails(sourceName, sourceVersion, sourceUrl));
    }
}
