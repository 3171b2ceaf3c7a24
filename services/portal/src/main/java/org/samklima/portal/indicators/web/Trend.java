package org.samklima.portal.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/**
 * A small drawing of values over the years, from nothing or the lowest to the highest, {@value #WIDTH} wide and {@value
 * #HEIGHT} high. Only years that follow each other are joined: between others nothing is known.
 *
 * @param lines points of each line, as SVG has them
 * @param dots values without a neighbour
 */
record Trend(List<String> lines, List<Dot> dots) {

    static final int WIDTH = 120;
    static final int HEIGHT = 28;
    private static final int MARGIN = 3;

    /** A place in the drawing. */
    record Dot(String x, String y) {}

    /** @param values at least two years */
    static Trend of(NavigableMap<Integer, BigDecimal> values) {
        double low = Math.min(
                0,
                values.values().stream()
                        .mapToDouble(BigDecimal::doubleValue)
                        .min()
                        .orElse(0));
        double high = Math.max(
                0,
                values.values().stream()
                        .mapToDouble(BigDecimal::doubleValue)
                        .max()
                        .orElse(0));
        double height = high > low ? high - low : 1;
        double years = Math.max(1, values.lastKey() - values.firstKey());
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Dot> run = new ArrayList<>();
        Integer before = null;
        for (var value : values.entrySet()) {
            if (before != null && value.getKey() != before + 1) {
                close(run, lines, dots);
            }
            run.add(new Dot(
                    written(MARGIN + (value.getKey() - values.firstKey()) / years * (WIDTH - 2 * MARGIN)),
                    written(HEIGHT
                            - MARGIN
                            - (value.getValue().doubleValue() - low) / height * (HEIGHT - 2 * MARGIN))));
            before = value.getKey();
        }
        close(run, lines, dots);
        return new Trend(List.copyOf(lines), List.copyOf(dots));
    }

    private static void close(List<Dot> run, List<String> lines, List<Dot> dots) {
        if (run.size() == 1) {
            dots.add(run.getFirst());
        } else if (!run.isEmpty()) {
            lines.add(String.join(
                    " ", run.stream().map(dot -> dot.x() + "," + dot.y()).toList()));
        }
        run.clear();
    }

    private static String written(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
