package org.samklima.standalone.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alert rules as they are handed out. */
public final class OperatorFiles {

    private static final Path DASHBOARD = Path.of("../../helm/samklima/dashboards/samklima.json");
    private static final Path ALERTS = Path.of("../../helm/samklima/alerts/samklima.yaml");
    private static final Path HANDBOOK = Path.of("../../docs/operations.md");
    private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?([a-z_]+)[^}]*}}");

    private OperatorFiles() {}

    /**
     * A question to Prometheus.
     *
     * @param where a panel's title or an alert's name
     * @param labels that its answer's legend or words name
     */
    public record Question(String where, String expression, List<String> labels) {}

    /**
     * Something that wakes somebody up.
     *
     * @param handbook the heading in the handbook that its address leads to
     */
    public record Alert(String name, String expression, String summary, String description, String handbook) {}

    public static List<Question> questions() throws IOException {
        return Stream.concat(
                        panels(JsonMapper.shared().readTree(DASHBOARD)).stream(),
                        alerts().stream()
                                .map(alert -> new Question(
                                        alert.name, alert.expression, labels(alert.summary + " " + alert.description))))
                .toList();
    }

    private static List<Question> panels(JsonNode parent) {
        var questions = new ArrayList<Question>();
        for (var panel : parent.path("panels")) {
            for (var target : panel.path("targets")) {
                questions.add(new Question(
                        panel.path("title").asString(),
                        target.path("expr").asString(),
                        labels(target.path("legendFormat").asString(""))));
            }
            questions.addAll(panels(panel));
        }
        return questions;
    }

    private static List<String> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(label -> !label.equals("value"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    public static List<Alert> alerts() throws IOException {
        var file = (Map<String, List<Map<String, Object>>>) new Yaml().load(Files.readString(ALERTS));
        return file.get("groups").stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .map(OperatorFiles::alert)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Alert alert(Map<String, Object> rule) {
        var words = (Map<String, String>) rule.get("annotations");
        return new Alert(
                (String) rule.get("alert"),
                (String) rule.get("expr"),
                words.get("summary"),
                words.get("description"),
                words.get("runbook_url"));
    }

    /** The handbook's headings as addresses within it, as GitHub makes them. */
    public static List<String> headings() throws IOException {
        return Files.readAllLines(HANDBOOK).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> "#"
                        + line.replaceFirst("#+ ", "")
                                .toLowerCase()
                                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                .replace(' ', '-'))
                .toList();
    }
}
