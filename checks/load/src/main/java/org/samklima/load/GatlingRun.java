package org.samklima.load;

import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs a simulation in this program, and reads the table of its report, which Gatling writes for people only. */
final class GatlingRun {

    private static final Pattern LINE =
            Pattern.compile("class=\"ellipsed-name\">([^<]+)</span>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td class=\"value \\w+ col-(\\d+)\">([^<]*)</td>");

    private GatlingRun() {}

    /** What one kind of request was like; times in milliseconds. */
    record Kind(String name, long count, long failed, double perSecond, long p50, long p95, long p99, long most) {}

    static List<Kind> run(Class<?> simulation, Path results) throws IOException {
        Gatling$.MODULE$.fromArgs(
                new String[] {"--simulation", simulation.getName(), "--results-folder", results.toString()});
        try (var folders = Files.list(results)) {
            var newest = folders.filter(folder -> Files.exists(folder.resolve("simulation.log")))
                    .max(Comparator.comparing(folder -> folder.toFile().lastModified()))
                    .orElseThrow();
            return LINE.matcher(Files.readString(newest.resolve("index.html")))
                    .results()
                    .map(line -> kind(line.group(1), line.group(2)))
                    .toList();
        }
    }

    private static Kind kind(String name, String cells) {
        var columns = new HashMap<Integer, String>();
        CELL.matcher(cells).results().forEach(cell -> columns.put(Integer.valueOf(cell.group(1)), cell.group(2)));
        return new Kind(
                name,
                whole(columns.get(2)),
                whole(columns.get(4)),
                number(columns.get(6)),
                whole(columns.get(8)),
                whole(columns.get(10)),
                whole(columns.get(11)),
                whole(columns.get(12)));
    }

    private static long whole(@Nullable String text) {
        return Math.round(number(text));
    }

    /** Nothing stands where nothing was counted. */
    private static double number(@Nullable String text) {
        return text == null || !text.matches("[\\d.,]+") ? 0 : Double.parseDouble(text.replace(",", ""));
    }
}
