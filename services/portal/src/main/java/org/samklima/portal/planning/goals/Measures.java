package org.samklima.portal.planning.goals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.YearSeries;

/** What is known of that by which goals are measured; asked once for however many goals. */
final class Measures {

    private final Figures.Overview overview;
    private final Map<List<@Nullable String>, YearSeries> series = new HashMap<>();

    Measures(Figures.Overview overview) {
        this.overview = overview;
    }

    Catalogue catalogue() {
        return overview.catalogue();
    }

    Optional<Meaning> meaning(Target target) {
        return Meaning.of(target, catalogue());
    }

    /** Year by year, divided where the goal is an intensity. */
    YearSeries observed(Meaning meaning) {
        var sector = meaning.sector();
        var per = meaning.per();
        var whole = series(meaning.indicator().code(), sector == null ? null : sector.code());
        return per == null ? whole : whole.per(series(per.code(), null));
    }

    private YearSeries series(String indicator, @Nullable String sector) {
        return series.computeIfAbsent(
                Arrays.asList(indicator, sector),
                key -> YearSeries.of(overview, catalogue().find(indicator).orElseThrow(), sector));
    }
}
