package org.samklima.overview.invented;

import org.samklima.published.Edition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The same edition with script in every text that somebody wrote. */
public final class Hostile {

    /** Breaks out of text, of an attribute, of a script and of a style, and would run if it did. */
    public static final String SCRIPT = "</script></style>\"'><script>alert('x')</script><img src=x onerror=alert(1)>";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Hostile() {}

    public static Edition made(Edition edition) {
        JsonNode tree = JSON.valueToTree(edition);
        spoil(tree);
        return JSON.treeToValue(tree, Edition.class);
    }

    private static void spoil(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(property -> {
                    if (isWritten(property.getKey()) && property.getValue().isString()) {
                        object.set(
                                property.getKey(),
                                StringNode.valueOf(property.getValue().asString() + SCRIPT));
                    } else {
                        spoil(property.getValue());
                    }
                });
            case ArrayNode array -> array.forEach(Hostile::spoil);
            default -> {}
        }
    }

    /** Texts in a language, and single texts; codes, keys and addresses are no texts. */
    private static boolean isWritten(String name) {
        return switch (name) {
            case "sv", "da", "de", "en", "name", "explanation", "text", "officialCode", "version" -> true;
            default -> false;
        };
    }
}
