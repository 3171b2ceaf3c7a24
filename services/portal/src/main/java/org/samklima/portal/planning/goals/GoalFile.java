package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Trajectory.YearValue;
import org.samklima.portal.planning.lists.WrittenAmount;
import org.samklima.portal.planning.lists.YearsCell;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Tenant;

/**
 * Goals as a file: first all that a person decides about them, so that {@link GoalImport} takes it back, then where they stand.
 * Values are exact, but for quotients, which have no last digit.
 *
 * @param names of that by which goals are measured
 */
record GoalFile(GoalList list, MeasureNames names, Wording wording) {

    private static final int DIGITS = 6;

    TableDownload download(Tenant tenant) {
        return TableDownload.of(
                tenant.name() + " " + wording.word("title"),
                Stream.concat(
                                Arrays.stream(GoalColumn.values()).map(GoalColumn::heading),
                                Stream.of(
                                                "state",
                                                "unit",
                                                "baseline-level",
                                                "target-level",
                                                "latest-year",
                                                "latest-value",
                                                "path-value",
                                                "needed-amount",
                                                "needed-percent",
                                                "activities")
                                        .map("goals.column."::concat))
                        .map(wording::text)
                        .toList(),
                list.rows().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(GoalList.Row row) {
        var columns = new ArrayList<@Nullable Object>();
        for (var column : GoalColumn.values()) {
            columns.add(decided(column, row));
        }
        var course = row.standing().measured();
        var latest = course.flatMap(Course::latest);
        columns.addAll(Arrays.asList(
                wording.word("state." + row.standing().state()),
                course.map(wording::unit).orElse(null),
                value(course.flatMap(Course::baseline)),
                value(course.flatMap(Course::goal)),
                latest.map(YearValue::year).orElse(null),
                value(latest),
                shown(course.flatMap(one -> latest.flatMap(now -> one.path(now.year())))),
                shown(course.flatMap(Course::neededAmount)),
                shown(course.flatMap(Course::neededShare).map(share -> share.movePointRight(2))),
                row.activities()));
        return columns;
    }

    private @Nullable Object decided(GoalColumn column, GoalList.Row row) {
        var terms = row.goal().terms();
        var target = terms.target();
        var milestone = terms.milestone();
        return switch (column) {
            case TITLE -> terms.title();
            case FIELD -> row.field();
            case KIND -> wording.word("kind." + terms.kind());
            case DUE_ON -> milestone == null ? null : milestone.dueOn();
            case REACHED_ON -> milestone == null ? null : milestone.reachedOn();
            case DECIDED_BY -> terms.decision().by();
            case DECIDED_ON -> terms.decision().on();
            case DECISION_LINK -> terms.decision().link();
            case DESCRIPTION -> terms.description();
            case VERSION -> row.goal().lockVersion();
            default -> target == null ? null : decided(column, target);
        };
    }

    private @Nullable Object decided(GoalColumn column, Target target) {
        var per = target.per();
        return switch (column) {
            case MEASURE -> names.written(target, wording.language(), wording.fallback());
            case PER -> per == null ? null : names.written(per, wording.language(), wording.fallback());
            case BASELINE_YEAR -> target.baselineYear();
            case BASELINE_VALUE -> WrittenAmount.unmistakable(target.baselineValue());
            case TARGET_YEAR -> target.year();
            case TARGET_VALUE -> WrittenAmount.unmistakable(target.value());
            case INTERIM -> YearsCell.written(target.interim(), wording.language());
            case SCENARIO -> YearsCell.written(target.scenario(), wording.language());
            default -> throw new IllegalArgumentException(column.name());
        };
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
}
