package org.samklima.portal.indicators.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.ObservationKey;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.Source;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.imports.ImportPlan.PlannedValue;
import org.samklima.portal.indicators.imports.ObservationMapping.OnExisting;
import org.samklima.portal.indicators.imports.ObservationMapping.OnUnknownMember;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.tables.NumberReading;
import org.samklima.portal.tables.TableRow;

/**
 * Goes through a file row by row and says what importing it would do: which figures it brings, what becomes of every row, and
 * everything that speaks against it. Changes nothing. Holds the figures to be imported, and nothing of the rows left out.
 */
final class ImportCheck {

    private final ImportPlan plan;
    private final PlaceReading places;
    private final RowReading reading;
    private final Map<ObservationKey, Figure> present;
    private final Predicate<ObservationKey> official;
    private final ImportFindings findings;

    private final Map<ObservationKey, Integer> rowByKey = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> bent = new HashSet<>();

    /**
     * A figure to be imported.
     *
     * @param source null for the source of the whole file
     */
    record Entry(
            ObservationKey key,
            Figure figure,
            @Nullable String explanation,
            @Nullable SourceDetails source) {

        Observation observation(Origin origin, Source source, @Nullable UUID by, Instant at) {
            return new Observation(
                    key.subject(),
                    key.indicator(),
                    key.sector().isEmpty() ? null : key.sector(),
                    key.year(),
                    figure,
                    explanation,
                    origin,
                    source,
                    by,
                    at);
        }
    }

    /**
     * @param present the figures of the same origin that are there already
     * @param official whether there is an official figure, which an own one would correct
     * @param problems hears of every problem, also of those that the report has no room for
     */
    ImportCheck(
            ImportPlan plan,
            Catalogue catalogue,
            ImportSubjects subjects,
            Map<ObservationKey, Figure> present,
            Predicate<ObservationKey> official,
            int lastYear,
            Consumer<RowProblem> problems) {
        this.plan = plan;
        this.places = new PlaceReading(plan, subjects);
        this.reading = new RowReading(plan, catalogue, lastYear);
        this.present = present;
        this.official = official;
        this.findings = new ImportFindings(problems);
    }

    void row(TableRow row) {
        findings.row(kind(row));
    }

    private RowKind kind(TableRow row) {
        if (!plan.takes(row)) {
            return RowKind.CONDITION;
        }
        int fields = row.cells().size();
        int columns = plan.table().columns().size();
        if (plan.table().isLong(row)) {
            findings.problem(row, null, "too-many-fields", fields, columns);
            return RowKind.WRONG;
        }
        if (plan.table().isShort(row)) {
            findings.note(row, null, "too-few-fields", fields, columns);
        }
        if (plan.values().stream().noneMatch(value -> isFigure(row, value))) {
            noteMissing(row);
            return RowKind.EMPTY;
        }
        if (isOfOtherOrigin(row)) {
            return RowKind.OTHER_ORIGIN;
        }
        try {
            return figures(row, places.subject(row));
        } catch (PassedOver passedOver) {
            return passedOver.kind();
        } catch (AboutSomebodyElse stranger) {
            if (plan.onUnknownMember() == OnUnknownMember.REPORT) {
                findings.problem(stranger.problem());
                return RowKind.WRONG;
            }
            findings.leftOut(stranger.name());
            return RowKind.OTHER_PLACE;
        } catch (Misread misread) {
            findings.problem(misread.problem());
            return RowKind.WRONG;
        }
    }

    private boolean isOfOtherOrigin(TableRow row) {
        return plan.originColumn()
                .flatMap(column -> OriginWords.read(row.cell(column.index()).text()))
                .filter(origin -> origin != plan.origin())
                .isPresent();
    }

    private RowKind figures(TableRow row, Known subject) throws Misread, PassedOver {
        var common = reading.common(row, subject);
        int problemsBefore = findings.problemCount();
        boolean ofSector = false;
        for (var value : plan.values()) {
            if (isFigure(row, value)) {
                try {
                    var entry = reading.entry(row, common, value);
                    ofSector |= !entry.key().sector().isEmpty();
                    add(row, value, entry);
                } catch (Misread misread) {
                    findings.problem(misread.problem());
                }
            }
        }
        noteMissing(row);
        places.bentName(row)
                .filter(name -> !name.equalsIgnoreCase(subject.name()))
                .filter(bent::add)
                .ifPresent(name -> findings.note(row, null, "taken-for", name, subject.name()));
        if (findings.problemCount() > problemsBefore) {
            return RowKind.WRONG;
        }
        return ofSector ? RowKind.SECTOR : RowKind.WHOLE;
    }

    /** A figure that is in the file twice is a problem even if both agree: one of the rows means something else. */
    private void add(TableRow row, PlannedValue value, Entry entry) {
        var earlier = rowByKey.putIfAbsent(entry.key(), row.number());
        if (earlier != null) {
            findings.problem(row, value, "duplicate", earlier);
            return;
        }
        if (plan.origin() == Origin.OWN && entry.explanation() == null && official.test(entry.key())) {
            findings.problem(row, value, "correction-without-comment");
            return;
        }
        var before = present.get(entry.key());
        if (before == null) {
            findings.added();
        } else if (Figure.isSame(before, entry.figure())) {
            findings.same();
        } else if (plan.onExisting() == OnExisting.REPORT) {
            findings.problem(row, value, "would-replace", shown(before), shown(entry.figure()));
            return;
        } else {
            findings.replaced();
        }
        entries.add(entry);
    }

    private static boolean isFigure(TableRow row, PlannedValue value) {
        return switch (NumberReading.of(row.cell(value.column().index()), value.style())) {
            case NumberReading.Blank _, NumberReading.Missing _ -> false;
            default -> true;
        };
    }

    private void noteMissing(TableRow row) {
        for (var value : plan.values()) {
            switch (NumberReading.of(row.cell(value.column().index()), value.style())) {
                case NumberReading.Blank _ -> findings.blank();
                case NumberReading.Missing(var mark) -> {
                    findings.blank();
                    findings.note(row, value, "missing", mark);
                }
                default -> {}
            }
        }
    }

    private static String shown(Figure figure) {
        return switch (figure) {
            case Figure.Value(var amount) -> amount.toPlainString();
            case Figure.Noted noted -> noted.key().name();
        };
    }

    /** What is to be imported, if the report says that it can be. */
    List<Entry> entries() {
        return entries;
    }

    /** The source of the whole file; null where each row names its own. */
    @Nullable SourceDetails source() {
        return plan.source();
    }

    Origin origin() {
        return plan.origin();
    }

    int rows() {
        return findings.rows();
    }

    ImportReport report() {
        var indicators = new TreeSet<String>();
        var years = new TreeSet<Integer>();
        for (var entry : entries) {
            indicators.add(entry.key().indicator());
            years.add(entry.key().year());
        }
        return findings.report(indicators, years);
    }
}
