package org.samklima.standalone.watching;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The time series that applications expose, in Prometheus' text format 0.0.4. */
public final class Exposition {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** By metric and label, the values that it has. */
    private final Map<String, Map<String, Set<String>>> metrics = new HashMap<>();

    public static Exposition of(URI... addresses) throws Exception {
        var all = new Exposition();
        for (var address : addresses) {
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(address + " answered " + answer.statusCode());
                }
                all.read(answer.body());
            }
        }
        return all;
    }

    /** Adds what a text exposes. */
    void read(String text) {
        for (var line : text.split("\n")) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            var sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new IllegalArgumentException("No sample: " + line);
            }
            var labels = metrics.computeIfAbsent(sample.group(1), _ -> new HashMap<>());
            var label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.computeIfAbsent(label.group(1), _ -> new HashSet<>()).add(label.group(2));
            }
        }
    }

    public Set<String> names() {
        return new TreeSet<>(metrics.keySet());
    }

    public boolean has(String metric) {
        return metrics.containsKey(metric);
    }

    public Set<String> labels(String metric) {
        return metrics.getOrDefault(metric, Map.of()).keySet();
    }

    /** Empty for a label that the metric does not have. */
    public Set<String> values(String metric, String label) {
        return metrics.getOrDefault(metric, Map.of()).getOrDefault(label, Set.of());
    }

    /** All values of all labels of all metrics. */
    public Set<String> values() {
        var all = new HashSet<String>();
        metrics.values().forEach(labels -> labels.values().forEach(all::addAll));
        return all;
    }
}
