package org.samklima.overview.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Comparison;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Direction;
import org.samklima.published.Indicator;
import org.samklima.published.Question;
import org.samklima.published.Sector;

/**
 * What is compared: an indicator in a year, or a question.
 *
 * @param indicator null where the edition has none
 * @param sector null for the whole
 * @param year null where there is no figure at all
 * @param perInhabitant whether the reader wants it so, and it can be had
 * @param question instead of the indicator
 */
record Measured(
        @Nullable Indicator indicator,
        @Nullable Sector sector,
        @Nullable Integer year,
        boolean perInhabitant,
        @Nullable Question question) {

    static Measured of(
            ReadableEdition edition, String indicator, String sector, String year, String per, String question) {
        Choices choices = new Choices(edition);
        String code = choices.indicator(indicator);
        Indicator known = edition.indicator(code).orElse(null);
        String sectorCode = choices.sector(code, sector);
        return new Measured(
                known,
                known == null
                        ? null
                        : edition.sectors(known).stream()
                                .filter(candidate -> candidate.code().equals(sectorCode))
                                .findFirst()
                                .orElse(null),
                choices.year(code, year),
                known != null && edition.hasPerInhabitant(known) && !per.equals("total"),
                Questions.of(edition)
                        .find(question)
                        .map(Questions.Asked::question)
                        .orElse(null));
    }

    void describe(Query query) {
        if (question != null) {
            query.with("question", question.code());
        } else if (indicator != null) {
            query.with("indicator", indicator.code())
                    .with("sector", sectorCode())
                    .with("year", year == null ? null : year.toString())
                    .with("per", perInhabitant ? null : "total");
        }
    }

    @Nullable String sectorCode() {
        return sector == null ? null : sector.code();
    }

    /** Best first, or highest first where neither end is better; those without a figure last, by name as they came. */
    List<Comparison.Entry> ordered(Comparison comparison) {
        Comparator<BigDecimal> order = Comparator.naturalOrder();
        if (comparison.indicator().direction() != Direction.LOWER_IS_BETTER) {
            order = order.reversed();
        }
        return comparison.entries().stream()
                .sorted(Comparator.comparing(this::value, Comparator.nullsLast(order)))
                .toList();
    }

    @Nullable BigDecimal value(Comparison.Entry entry) {
        return perInhabitant ? entry.perInhabitant() : entry.figure().value();
    }
}
