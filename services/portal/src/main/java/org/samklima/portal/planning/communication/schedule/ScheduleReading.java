package org.samklima.portal.planning.communication.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.schedule.Token.Kind;

/**
 * Understands when something is to be done, as people write it in Swedish, Danish, German or English: "Q3/4 2022", "Q2-Q4
 * 2022", "15. maj 2022", "2022", "Løbende fra 2021", "6-8 faste møder; ad hoc løbende", "jährlich im Mai", "Ongoing; in line
 * with the year wheel". A quarter, a month or a day without any year is meant every year. Never fails: what is not understood
 * is in {@link Schedule#unread}.
 */
public final class ScheduleReading {

    private static final Lexer LEXER = new Lexer();

    /** Nobody means more single days than that. */
    private static final int MOST_MOMENTS = 60;

    private static final Comparator<Moment> BY_DAY =
            Comparator.comparing(moment -> moment.lastDayIn(Objects.requireNonNullElse(moment.year(), 9999)));

    private ScheduleReading() {}

    public static Schedule of(String text) {
        var clauses = new ArrayList<Clause>();
        var tokens = new ArrayList<Token>();
        for (var token : LEXER.tokens(text)) {
            if (token.is(Kind.END)) {
                clauses.add(Clause.of(List.copyOf(tokens)));
                tokens.clear();
            } else {
                tokens.add(token);
            }
        }
        clauses.add(Clause.of(List.copyOf(tokens)));
        return schedule(text, clauses);
    }

    private static Schedule schedule(String text, List<Clause> clauses) {
        var moments = moments(clauses);
        var read = new Schedule(
                moments.size() > MOST_MOMENTS ? List.of() : moments,
                first(clauses, clause -> clause.times),
                clauses.stream().anyMatch(clause -> clause.ongoing),
                clauses.stream().anyMatch(clause -> clause.adHoc),
                clauses.stream().anyMatch(clause -> clause.yearWheel),
                Set.of(),
                first(clauses, clause -> clause.from),
                first(clauses, clause -> clause.until),
                false,
                clauses.stream()
                        .flatMap(clause -> unread(text, clause).stream())
                        .toList());
        if (text.isBlank() || read.isUnderstood()) {
            return read;
        }
        return new Schedule(List.of(), null, false, false, false, Set.of(), null, null, false, List.of(text.strip()));
    }

    /** By their days, each once; one without a year is of the year that stands in another part of the text. */
    private static List<Moment> moments(List<Clause> clauses) {
        var year = clauses.stream()
                .flatMap(clause -> clause.moments.stream())
                .map(Moment::year)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return clauses.stream()
                .flatMap(clause -> clause.moments.stream()
                        .map(moment -> moment.isEveryYear() && year != null && !clause.every
                                ? Stretches.dated(moment, year)
                                : moment))
                .distinct()
                .sorted(BY_DAY)
                .toList();
    }

    private static <T> @Nullable T first(List<Clause> clauses, Function<Clause, @Nullable T> part) {
        return clauses.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Words that stand together stay together. */
    private static List<String> unread(String text, Clause clause) {
        var parts = new ArrayList<String>();
        int start = -1;
        int end = -1;
        for (var token : clause.unread()) {
            if (start >= 0 && !text.substring(end, token.start()).isBlank()) {
                parts.add(text.substring(start, end));
                start = -1;
            }
            start = start < 0 ? token.start() : start;
            end = token.end();
        }
        if (start >= 0) {
            parts.add(text.substring(start, end));
        }
        return parts;
    }
}
