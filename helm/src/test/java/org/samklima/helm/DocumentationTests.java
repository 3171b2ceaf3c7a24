package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Every value is described where it stands, the README shows the same, and the schema knows these values and no others. */
class DocumentationTests {

    private static final Path README = Chart.FOLDER.resolve("README.md");
    private static final String BEGIN = "<!-- values: begin -->\n";
    private static final String END = "<!-- values: end -->";

    /** Values with several parts that are described as one. */
    private static final Set<String> WHOLES = Set.of("resources", "env");

    private record Value(String fallback, String description) {}

    private final Map<String, Value> values = new LinkedHashMap<>();

    DocumentationTests() throws Exception {
        var options = new LoaderOptions();
        options.setProcessComments(true);
        try (var reader = Files.newBufferedReader(Chart.FOLDER.resolve("values.yaml"))) {
            collect("", (MappingNode) new Yaml(options).compose(reader));
        }
    }

    @Test
    void every_value_is_described() {
        assertThat(values)
                .hasSizeGreaterThan(100)
                .allSatisfy((name, value) ->
                        assertThat(value.description()).as(name).isNotBlank());
    }

    /** To renew it: {@code ./mvnw -pl helm test -Dtest=DocumentationTests -Dreadme=write}. */
    @Test
    void the_readme_shows_every_value_with_its_default() throws Exception {
        var readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if ("write".equals(System.getProperty("readme"))) {
            Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end))
                .as("Renew it: ./mvnw -pl helm test -Dtest=DocumentationTests -Dreadme=write")
                .isEqualTo(table());
    }

    @Test
    void the_schema_knows_exactly_these_values_and_refuses_others() throws Exception {
        var schema = new ObjectMapper()
                .readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        var known = new TreeSet<String>();
        collect(schema, schema, "", known);
        known.remove("global");

        assertThat(known).isEqualTo(new TreeSet<>(values.keySet()));
    }

    private void collect(String prefix, MappingNode mapping) {
        for (var tuple : mapping.getValue()) {
            var name = prefix + ((ScalarNode) tuple.getKeyNode()).getValue();
            var last = name.substring(name.lastIndexOf('.') + 1);
            if (tuple.getValueNode() instanceof MappingNode inner
                    && !inner.getValue().isEmpty()
                    && !WHOLES.contains(last)
                    && !isFree(last)) {
                collect(name + ".", inner);
            } else {
                values.put(name, new Value(fallback(tuple.getValueNode()), description(tuple)));
            }
        }
    }

    /** Maps whose keys are the operator's. */
    private static boolean isFree(String name) {
        return name.endsWith("nnotations") || name.endsWith("abels") || name.equals("nodeSelector");
    }

    /** The comment right above a value; what stands above an empty line is about more than it. */
    private static String description(NodeTuple tuple) {
        var lines = new ArrayList<String>();
        for (var comment : Objects.requireNonNullElse(tuple.getKeyNode().getBlockComments(), List.<CommentLine>of())) {
            if (comment.getCommentType() == CommentType.BLANK_LINE) {
                lines.clear();
            } else {
                lines.add(comment.getValue().strip());
            }
        }
        return String.join(" ", lines);
    }

    private static String fallback(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        return node instanceof MappingNode mapping && mapping.getValue().isEmpty()
                ? "{}"
                : node instanceof SequenceNode list && list.getValue().isEmpty() ? "[]" : "…";
    }

    private String table() {
        var table = new StringBuilder("| value | default | |\n|---|---|---|\n");
        values.forEach((name, value) -> table.append("| `%s` | %s | %s |\n"
                .formatted(
                        name,
                        value.fallback().isEmpty() ? "" : "`" + value.fallback() + "`",
                        value.description().replace("|", "\\|").replace("<", "&lt;"))));
        return table.toString();
    }

    private static void collect(JsonNode root, JsonNode part, String name, Set<String> known) {
        var schema = part.has("$ref") ? root.at(part.get("$ref").asText().substring(1)) : part;
        var last = name.substring(name.lastIndexOf('.') + 1);
        if (schema.has("properties") && !WHOLES.contains(last)) {
            assertThat(schema.path("additionalProperties").asBoolean(true))
                    .as("unknown values under '%s' are refused", name)
                    .isFalse();
            for (var property : schema.get("properties").properties()) {
                collect(
                        root,
                        property.getValue(),
                        name.isEmpty() ? property.getKey() : name + "." + property.getKey(),
                        known);
            }
        } else {
            known.add(name);
        }
    }
}
