package org.samklima.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Strategic merge as far as the chart's own upgrades need it: named items of a list are merged, other lists replaced. */
final class Patch {

    private Patch() {}

    static void merge(ObjectNode target, ObjectNode patch) {
        for (var field : patch.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (name.startsWith("$")) {
                continue;
            }
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode part && target.get(name) instanceof ObjectNode existing) {
                merge(existing, part);
            } else if (value instanceof ArrayNode items
                    && isNamed(items)
                    && target.get(name) instanceof ArrayNode there) {
                items.forEach(item -> mergeItem(there, (ObjectNode) item));
            } else {
                target.set(name, value);
            }
        }
    }

    private static boolean isNamed(ArrayNode items) {
        return !items.isEmpty() && items.get(0).has("name");
    }

    private static void mergeItem(ArrayNode items, ObjectNode patch) {
        for (JsonNode item : items) {
            if (item.path("name").equals(patch.path("name"))) {
                merge((ObjectNode) item, patch);
                return;
            }
        }
        items.add(patch);
    }
}
