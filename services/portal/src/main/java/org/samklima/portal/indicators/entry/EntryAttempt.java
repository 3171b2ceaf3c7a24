package org.samklima.portal.indicators.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.OwnFigures.Entered;
import org.samklima.portal.indicators.OwnFigures.Place;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.entry.EntryForm.Row;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.NumberReading;
import org.samklima.published.NotationKey;

/**
 * What a filled-in table of figures asks for, compared with what is there: only rows that were changed are entered, emptied
 * ones are taken back, and one that somebody else changed meanwhile is a problem.
 */
final class EntryAttempt {

    private final Map<Place, Observation> own;
    private final SourceDetails source;
    private final EntryNumbers numbers;
    private final Map<Integer, Entered> enteredByRow = new LinkedHashMap<>();
    private final List<Place> removed = new ArrayList<>();
    private final Map<Integer, Problem> problems = new LinkedHashMap<>();

    private EntryAttempt(Map<Place, Observation> own, SourceDetails source, EntryNumbers numbers) {
        this.own = own;
        this.source = source;
        this.numbers = numbers;
    }

    /** @param own the tenant's own figures of the indicator */
    static EntryAttempt of(EntryForm form, Map<Place, Observation> own, EntryNumbers numbers) {
        var attempt = new EntryAttempt(own, form.source(), numbers);
        for (int i = 0; i < form.rows().size(); i++) {
            try {
                attempt.add(i, form.rows().get(i));
            } catch (Problem problem) {
                attempt.problems.put(i, problem);
            }
        }
        return attempt;
    }

    private void add(int number, Row row) {
        var place = new Place(row.year(), row.sector().isEmpty() ? null : row.sector());
        var present = own.get(place);
        if (isAsShown(row, present)) {
            return;
        }
        if (!row.seen().equals(version(present))) {
            throw Problem.conflict("indicators.entry.changed-meanwhile");
        }
        if (row.isBlank()) {
            removed.add(place);
            return;
        }
        enteredByRow.put(number, entered(row, place));
    }

    /** Whether the row says no more than what is there. */
    private boolean isAsShown(Row row, @Nullable Observation present) {
        if (present == null) {
            return row.isBlank();
        }
        var typed = read(row.value());
        return row.explanation().equals(explanation(present))
                && switch (present.figure()) {
                    case Figure.Value(var amount) ->
                        typed.amount().filter(one -> one.compareTo(amount) == 0).isPresent();
                    case Figure.Noted noted -> typed.key().equals(Optional.of(noted.key()));
                };
    }

    private Entered entered(Row row, Place place) {
        var typed = read(row.value());
        if (row.value().isEmpty()) {
            throw Problem.invalid("indicators.entry.no-value");
        }
        if (typed.amount().isEmpty() && typed.key().isEmpty()) {
            throw Problem.invalid("indicators.entry.not-a-figure", row.value());
        }
        return new Entered(
                place.year(),
                place.sector(),
                typed.amount().orElse(null),
                typed.key().orElse(null),
                row.explanation(),
                source);
    }

    private record Typed(Optional<BigDecimal> amount, Optional<NotationKey> key) {}

    private Typed read(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        return NumberReading.NOTATION_KEYS.contains(upper)
                ? new Typed(Optional.empty(), Optional.of(NotationKey.valueOf(upper)))
                : new Typed(text.isEmpty() ? Optional.empty() : numbers.read(text), Optional.empty());
    }

    static String version(@Nullable Observation present) {
        return present == null ? "" : present.enteredAt().toString();
    }

    static String explanation(Observation present) {
        return switch (present.figure()) {
            case Figure.Noted noted -> noted.explanation();
            case Figure.Value _ -> present.explanation() == null ? "" : present.explanation();
        };
    }

    /** What was changed, by row. */
    Map<Integer, Entered> entered() {
        return enteredByRow;
    }

    List<Place> removed() {
        return removed;
    }

    /** What is wrong, by row. */
    Map<Integer, Problem> problems() {
        return problems;
    }
}
