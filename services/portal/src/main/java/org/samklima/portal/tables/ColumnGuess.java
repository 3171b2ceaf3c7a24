package org.samklima.portal.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * Guesses from headings and content which column plays which role. A guess to be looked at: whoever reads the file shows it
 * before acting on it.
 */
final class ColumnGuess {

    private static final String HEADINGS = "/tables/headings.properties";
    private static final int SAMPLE = 50;
    private static final int SAME = 1_000;
    private static final int CONTAINED = 100;
    private static final int BY_CONTENT_ALONE = 1;

    private static final Map<String, Set<String>> WORDS = words();

    private record Fit(ColumnRole role, Column column, int score) {}

    private ColumnGuess() {}

    static Map<String, String> of(Table table, Iterable<ColumnRole> roles) {
        var sample = table.firstRows(SAMPLE);
        List<Fit> fits = new ArrayList<>();
        for (var role : roles) {
            for (var column : table.columns()) {
                int score = score(role, column, sample);
                if (score > 0) {
                    fits.add(new Fit(role, column, score));
                }
            }
        }
        fits.sort(Comparator.comparingInt(Fit::score).reversed());
        Map<String, String> guess = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (var fit : fits) {
            if (!guess.containsKey(fit.role().name()) && taken.add(fit.column().index())) {
                guess.put(fit.role().name(), fit.column().reference());
            }
        }
        return guess;
    }

    private static int score(ColumnRole role, Column column, List<TableRow> sample) {
        if (!role.content().isIn(column, sample)) {
            return 0;
        }
        var heading = Spelling.fold(column.heading());
        int best = isYears(role, column, sample) ? BY_CONTENT_ALONE : 0;
        for (var word : WORDS.getOrDefault(role.name(), Set.of())) {
            if (heading.equals(word)) {
                return SAME;
            }
            if ((" " + heading + " ").contains(" " + word + " ")) {
                best = Math.max(best, CONTAINED + word.length());
            }
        }
        return best;
    }

    /** Nothing else than years looks like nothing but years. */
    private static boolean isYears(ColumnRole role, Column column, List<TableRow> sample) {
        return role.content() == ColumnRole.Content.YEAR && role.content().fills(column, sample);
    }

    private static Map<String, Set<String>> words() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(ColumnGuess.class.getResourceAsStream(HEADINGS), HEADINGS);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Set<String>> words = new LinkedHashMap<>();
        properties.forEach((role, list) -> words.put(
                role.toString(),
                new HashSet<>(Arrays.stream(list.toString().split(";"))
                        .map(Spelling::fold)
                        .toList())));
        return words;
    }
}
