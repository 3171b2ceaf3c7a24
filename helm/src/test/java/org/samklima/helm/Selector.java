package org.samklima.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which objects a list asks for, by name and labels, as Helm writes it. */
record Selector(Map<String, String> labels, @Nullable String name) {

    private static final String NAME = "metadata.name";

    static Selector of(@Nullable String query) {
        var labels = new HashMap<String, String>();
        String name = null;
        if (query != null) {
            for (var parameter : query.split("&")) {
                var conditions = parameter.substring(parameter.indexOf('=') + 1).split(",");
                for (var condition : conditions) {
                    var sides = condition.split("=", 2);
                    if (parameter.startsWith("labelSelector=")) {
                        labels.put(sides[0], sides[1]);
                    } else if (parameter.startsWith("fieldSelector=") && sides[0].equals(NAME)) {
                        name = sides[1];
                    }
                }
            }
        }
        return new Selector(labels, name);
    }

    boolean matches(JsonNode object) {
        var metadata = object.path("metadata");
        return (name == null || name.equals(metadata.path("name").asText()))
                && labels.entrySet().stream()
                        .allMatch(label -> label.getValue()
                                .equals(metadata.path("labels")
                                        .path(label.getKey())
                                        .asText()));
    }
}
