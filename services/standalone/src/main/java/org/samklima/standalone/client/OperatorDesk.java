package org.samklima.standalone.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the operator of the platform does for a Swedish network, over the API. */
public final class OperatorDesk {

    private final Session operator;

    public OperatorDesk(Session operator) {
        this.operator = operator;
    }

    /** Makes tenants of the municipalities in a list, all or none; its headings tell what is what. */
    public JsonNode importMunicipalities(byte[] list) {
        return operator.upload(
                "operator/tenant-imports?dryRun=false",
                "municipalities.csv",
                list,
                Map.of("mapping", "{\"country\": \"SE\"}"));
    }

    /** Tenants whose name, slug or code says so. */
    public JsonNode find(String text) {
        return operator.get("operator/tenants?q=" + text);
    }

    /**
     * Makes a tenant, which works in all languages.
     *
     * @param manager address of whoever is invited to manage it
     * @param more of what the API takes
     */
    public void add(String kind, String name, String slug, String manager, Map<String, String> more) {
        Map<String, Object> tenant = new LinkedHashMap<>(more);
        tenant.put("kind", kind);
        tenant.put("name", name);
        tenant.put("slug", slug);
        tenant.put("country", "SE");
        tenant.put("languages", List.of("sv", "da", "de", "en"));
        tenant.put("managerEmail", manager);
        operator.post("operator/tenants", tenant);
    }
}
