package org.samklima.portal.archive;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is called otherwise here: tenants that were founded in both deployments, and people's accounts. */
record OtherIds(Map<UUID, UUID> ids) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    OtherIds {
        ids = Map.copyOf(ids);
    }

    /** The text with the ids of here. */
    String in(String text) {
        return ids.isEmpty()
                ? text
                : ID.matcher(text).replaceAll(found -> {
                    var id = UUID.fromString(found.group());
                    return ids.getOrDefault(id, id).toString();
                });
    }
}
