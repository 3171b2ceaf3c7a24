package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Trajectory.YearValue;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Tenant;

/** Goals as a file. Values are exact, but for quotients, which have no last digit. */
record GoalFile(GoalList list, Wording wording) {

    private static final int DIGITS = 6;

    TableDownload download(Tenant tenant) {
        return TableDownload.of(
                tenant.name() + " " + wording.word("title"),
                Stream.of(
                                "title",
                                "state",
                                "field",
                                "kind",
                                "measure",
                                "unit",
                                "baseline-year",
                                "baseline-value",
                                "target-year",
                                "target-value",
                                "target-level",
                                "interim",
                                "latest-year",
                                "latest-value",
                                "path-value",
                                "needed-amount",
                                "needed-percent",
                                "due-on",
                                "reached-on",
                                "decided-by",
                                "decided-on",
                                "decision-link",
                                "activities")
                        .map(column -> wording.word("column." + column))
                        .toList(),
                list.rows().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(GoalList.Row row) {
        var goal = row.goal();
        var terms = goal.terms();
        var target = terms.target();
        var milestone = terms.milestone();
        var course = row.standing().measured();
        var latest = course.flatMap(Course::latest);
        return Arrays.asList(
                goal.title(),
                wording.word("state." + row.standing().state()),
                row.field(),
                wording.word("kind." + goal.kind()),
                course.map(wording::name).orElse(target == null ? null : target.indicator()),
                course.map(wording::unit).orElse(null),
                target == null ? null : target.baselineYear(),
                value(course.flatMap(Course::baseline)),
                target == null ? null : target.year(),
                target == null ? null : target.value(),
                value(course.flatMap(Course::goal)),
                target == null ? null : years(target.interim()),
                latest.map(YearValue::year).orElse(null),
                value(latest),
                shown(course.flatMap(one -> latest.flatMap(now -> one.path(now.year())))),
                shown(course.flatMap(Course::neededAmount)),
                shown(course.flatMap(Course::neededShare).map(share -> share.movePointRight(2))),
                milestone == null ? null : milestone.dueOn(),
                milestone == null ? null : milestone.reachedOn(),
                terms.decision().by(),
                terms.decision().on(),
                terms.decision().link(),
                row.activities());
    }

    private static @Nullable BigDecimal value(Optional<YearValue> of) {
        return shown(of.map(YearValue::value));
    }

    /** A spreadsheet has no use for 34 digits. */
    private static @Nullable BigDecimal shown(Optional<BigDecimal> value) {
        return value.map(exact -> exact.scale() > DIGITS
                        ? exact.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros()
                        : exact)
                .orElse(null);
    }

    private static String years(Map<Integer, BigDecimal> values) {
        return values.entrySet().stream()
                .map(year -> year.getKey() + ": "
                        + year.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("; "));
    }
}
