package org.samklima.portal.planning.goals;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;

/** What lists call that by which goals are measured: {@code Emissions}, or of one sector {@code Emissions: Transport}. */
record MeasureNames(Catalogue catalogue) {

    private static final String STEP = ": ";

    /** @param sector code; null for the whole */
    record Measure(String indicator, @Nullable String sector) {

        /** By its codes. */
        String written() {
            return sector == null ? indicator : indicator + STEP + sector;
        }
    }

    /**
     * By its name, where that leads back to it; else by its code.
     *
     * @param fallback the tenant's own language
     */
    String written(Target target, Locale language, String fallback) {
        var indicator = written(target.indicator(), language, fallback);
        var code = target.sector();
        if (code == null) {
            return indicator;
        }
        var sector = catalogue
                .find(target.indicator())
                .flatMap(catalogue::sectorListOf)
                .flatMap(list -> list.sector(code)
                        .map(found -> found.name().in(language.getLanguage(), fallback))
                        .filter(name -> list.called(name)
                                .map(Sector::code)
                                .filter(code::equals)
                                .isPresent()));
        return indicator + STEP + sector.orElse(code);
    }

    /** An indicator alone. */
    String written(String code, Locale language, String fallback) {
        return catalogue
                .find(code)
                .map(indicator -> indicator.name().in(language.getLanguage(), fallback))
                .filter(name -> catalogue
                        .called(name)
                        .map(Indicator::code)
                        .filter(code::equals)
                        .isPresent())
                .orElse(code);
    }

    /** @throws Problem if nothing, or more than one thing, is called so */
    Measure read(String text) {
        var whole = catalogue.called(text);
        if (whole.isPresent()) {
            return new Measure(whole.get().code(), null);
        }
        for (int at = text.lastIndexOf(STEP); at > 0; at = text.lastIndexOf(STEP, at - 1)) {
            var indicator = catalogue.called(text.substring(0, at));
            var called = text.substring(at + STEP.length());
            if (indicator.isPresent()) {
                return new Measure(
                        indicator.get().code(),
                        catalogue
                                .sectorListOf(indicator.get())
                                .flatMap(list -> list.called(called))
                                .map(Sector::code)
                                .orElseThrow(
                                        () -> Problem.invalid("goals.invalid.unknown-sector", Shortened.of(called))));
            }
        }
        throw unknown(text);
    }

    /** @throws Problem if no indicator, or more than one, is called so */
    String readIndicator(String text) {
        return Optional.of(text).flatMap(catalogue::called).map(Indicator::code).orElseThrow(() -> unknown(text));
    }

    private static Problem unknown(String text) {
        return Problem.invalid("goals.invalid.unknown-indicator", Shortened.of(text));
    }
}
