package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.evaluation.Finding.Measure;
import org.samklima.portal.forms.Fraction;
import org.samklima.published.FigureTable;
import org.samklima.published.Indicator;

/**
 * What the figures of an edition say of the whole network: the sum of the latest year, how the sum has changed since the
 * baseline over the members that have both, and, under another name, the mean of the members' own changes. The latest year is
 * the last in which any member has a figure: which years an edition holds is the network's choice.
 */
final class FigureFindings {

    private final Indicator indicator;
    private final FigureTable table;
    private final int members;

    private FigureFindings(Indicator indicator, FigureTable table, int members) {
        this.indicator = indicator;
        this.table = table;
        this.members = members;
    }

    /**
     * @param table of the indicator as a whole
     * @param members how many the edition speaks of
     */
    static List<Finding> of(Indicator indicator, FigureTable table, int members) {
        return new FigureFindings(indicator, table, members).all();
    }

    private List<Finding> all() {
        var latest = table.years().reversed().stream()
                .filter(year -> !values(year).isEmpty())
                .findFirst();
        if (latest.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var baseline = indicator.baselineYear();
        if (baseline != null && baseline < latest.get() && !isPercentage()) {
            change(baseline, latest.get()).ifPresent(found::add);
            meanChange(baseline, latest.get()).ifPresent(found::add);
        }
        found.add(level(latest.get()));
        return found;
    }

    /** Shares of something else are never summed. */
    private boolean isPercentage() {
        return indicator.unit().byLanguage().values().stream().allMatch("%"::equals);
    }

    private Optional<Finding> change(int baseline, int latest) {
        var both = both(baseline, latest);
        var then = sum(both.stream().map(Pair::then).toList());
        if (then.signum() == 0) {
            return Optional.empty();
        }
        var now = sum(both.stream().map(Pair::now).toList());
        var value = Fraction.of(now.subtract(then), then);
        return Optional.of(finding(".change", Measure.CHANGE, baseline, latest, value, both.size(), null));
    }

    private Optional<Finding> meanChange(int baseline, int latest) {
        var own = both(baseline, latest).stream()
                .filter(pair -> pair.then.signum() != 0)
                .map(pair -> Fraction.of(pair.now.subtract(pair.then), pair.then))
                .toList();
        return own.stream().reduce(Fraction::plus).map(sum -> {
            var mean = sum.dividedBy(Fraction.of(BigDecimal.valueOf(own.size())));
            return finding(".mean-change", Measure.MEAN_CHANGE, baseline, latest, mean, own.size(), null);
        });
    }

    private Finding level(int latest) {
        var values = List.copyOf(values(latest).values());
        return isPercentage()
                ? finding(
                        ".mean", Measure.MEAN, null, latest, mean(values), values.size(), overTime(latest, this::mean))
                : finding(
                        ".sum", Measure.SUM, null, latest, whole(values), values.size(), overTime(latest, this::whole));
    }

    private Fraction whole(List<BigDecimal> values) {
        return Fraction.of(sum(values));
    }

    private Fraction mean(List<BigDecimal> values) {
        return Fraction.of(sum(values), BigDecimal.valueOf(values.size()));
    }

    /** Against the year before, if the table has it. */
    private Finding.@Nullable OverTime overTime(int latest, Function<List<BigDecimal>, Fraction> reckoned) {
        var both = both(latest - 1, latest);
        return both.isEmpty()
                ? null
                : new Finding.OverTime(
                        latest - 1,
                        latest,
                        both.size(),
                        reckoned.apply(both.stream().map(Pair::then).toList()),
                        reckoned.apply(both.stream().map(Pair::now).toList()));
    }

    private Finding finding(
            String suffix,
            Measure measure,
            @Nullable Integer since,
            int latest,
            Fraction value,
            int counted,
            Finding.@Nullable OverTime overTime) {
        return new Finding(
                "figures." + indicator.code() + suffix,
                new Finding.About.OfIndicator(indicator.code(), since, latest),
                measure,
                value,
                measure == Measure.SUM || measure == Measure.MEAN ? indicator.unit() : null,
                null,
                counted,
                members,
                overTime);
    }

    private record Pair(BigDecimal then, BigDecimal now) {}

    private List<Pair> both(int earlier, int later) {
        var then = values(earlier);
        var now = values(later);
        return then.entrySet().stream()
                .filter(value -> now.containsKey(value.getKey()))
                .map(value -> new Pair(value.getValue(), now.get(value.getKey())))
                .toList();
    }

    private Map<String, BigDecimal> values(int year) {
        int column = table.years().indexOf(year);
        var values = new HashMap<String, BigDecimal>();
        if (column >= 0) {
            for (var row : table.rows()) {
                var value = row.values().get(column);
                if (value != null) {
                    values.put(row.member(), value);
                }
            }
        }
        return values;
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
