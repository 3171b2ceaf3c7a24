package org.samklima.portal.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.portal.tenancy.TenantTables.Column;
import org.samklima.portal.tenancy.TenantTables.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bound tenant's rows know about a person, in every table that the catalogue knows. */
@Component
class Traces {

    private static final List<String> TEXTS = List.of("text", "json", "jsonb", "text[]");

    /** SQL for one condition or another, also where there is none. */
    private static final Collector<CharSequence, ?, String> ANY =
            Collectors.collectingAndThen(Collectors.joining(" OR "), any -> any.isEmpty() ? "false" : "(" + any + ")");

    private final TenantTables tables;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Traces(TenantTables tables, JdbcClient jdbc, JsonMapper json) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One table's rows about a person.
     *
     * @param rows whose columns name the person: written by them, assigned to them, addressed to them. Without attached bytes
     * @param mentions how many more rows have the name somewhere in a longer text; these are others' texts
     */
    record Found(String table, List<JsonNode> rows, long mentions) {}

    /** @param namesake whether somebody else has the same name here: then the name alone is nobody, and shows nothing */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Found> of(Marks person, boolean namesake) {
        List<Found> found = new ArrayList<>();
        for (var table : tables.all()) {
            var names = names(table, namesake);
            var rows = jdbc.sql("SELECT row_to_json(r)::text FROM (SELECT " + shown(table) + " FROM " + table.fullName()
                            + " WHERE tenant_id = :tenant AND " + names + ") r")
                    .params(parameters(person))
                    .query(String.class)
                    .list();
            var mentions = jdbc.sql("SELECT count(*) FROM " + table.fullName() + " WHERE tenant_id = :tenant AND "
                            + mentions(table) + " AND NOT coalesce(" + names + ", false)")
                    .params(parameters(person))
                    .query(Long.class)
                    .single();
            if (!rows.isEmpty() || mentions > 0) {
                found.add(new Found(
                        table.fullName(), rows.stream().map(json::readTree).toList(), mentions));
            }
        }
        return found;
    }

    static Map<String, Object> parameters(Marks person) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tenant", Tenancy.tenantId());
        parameters.put("id", person.id());
        parameters.put("name", person.name());
        parameters.put("email", person.email() == null ? "" : person.email());
        parameters.put("namePattern", person.namePattern());
        parameters.put("emailPattern", person.emailPattern());
        parameters.put("emailSomewhere", person.emailSomewhere());
        parameters.put("isWrittenOtherwise", person.isWrittenOtherwiseInDocuments());
        return parameters;
    }

    private static String shown(Table table) {
        return table.columns().stream()
                .filter(column -> !column.type().equals("bytea"))
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    /** SQL: whether a column is this person. */
    private static String names(Table table, boolean namesake) {
        return table.columns().stream()
                .filter(column -> !column.name().equals("tenant_id"))
                .filter(column -> column.type().equals("uuid") || column.type().equals("text"))
                .map(column -> column.type().equals("uuid")
                        ? column.name() + " = :id::uuid"
                        : (namesake ? "" : "(:name <> '' AND " + column.name() + " = :name) OR ")
                                + "(:email <> '' AND lower(" + column.name() + ") = lower(:email))")
                .collect(ANY);
    }

    /** SQL: whether a text has the person in it. */
    private static String mentions(Table table) {
        return table.columns().stream()
                .filter(Traces::isText)
                .map(Traces::mentions)
                .collect(ANY);
    }

    /** SQL: whether erasing the person touches a row. With a namesake only where the id or the address stands in it. */
    static String touches(Table table, boolean namesake) {
        var ids = table.columns().stream()
                .filter(column -> column.type().equals("uuid") && !column.name().equals("tenant_id"))
                .map(column -> column.name() + " = :id::uuid")
                .collect(ANY);
        var addresses = table.columns().stream()
                .filter(Traces::isText)
                .map(column -> texts(column, false))
                .collect(ANY);
        return "coalesce("
                + (namesake ? "(" + ids + " OR " + addresses + ")" : "(" + ids + " OR " + mentions(table) + ")")
                + ", false)";
    }

    private static String mentions(Column column) {
        return "(" + texts(column, true) + " OR strpos(" + column.name() + "::text, :id::text) > 0)";
    }

    /** SQL: whether a text in the column has the address, or also the name. Of documents what is said counts, not how it is written. */
    private static String texts(Column column, boolean names) {
        return switch (column.type()) {
            case "text" -> has(column.name(), names);
            case "text[]" -> "EXISTS (SELECT FROM unnest(" + column.name() + ") part WHERE " + has("part", names) + ")";
            default ->
                "(" + mayHave(column.name() + "::text", names) + " AND EXISTS (SELECT FROM jsonb_path_query("
                        + column.name() + "::jsonb, 'strict $.**') part WHERE jsonb_typeof(part) = 'string' AND "
                        + has("(part #>> '{}')", names) + "))";
        };
    }

    private static String has(String text, boolean names) {
        return "(" + (names ? text + " ~ :namePattern OR " : "") + text + " ~* :emailPattern)";
    }

    /** Quickly, and sometimes too often: years of reports would take too long if each had to be taken apart. */
    private static String mayHave(String document, boolean names) {
        return "(:isWrittenOtherwise OR " + (names ? "strpos(" + document + ", :name) > 0 OR " : "") + document
                + " ~* :emailSomewhere OR strpos(" + document + ", '\\u') > 0)";
    }

    static boolean isText(Column column) {
        return TEXTS.contains(column.type());
    }
}
