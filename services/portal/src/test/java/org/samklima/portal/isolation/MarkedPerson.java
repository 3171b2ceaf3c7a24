package org.samklima.portal.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a person into every column of a tenant that can hold a name, and finds where they are. */
public final class MarkedPerson {

    private static final JdbcClient SUPERUSER =
            JdbcClient.create(TestDatabase.shared().superuser());

    /** What no person ever writes: the product's own codes, and a form's questions. */
    private static final Set<String> NO_NAMES =
            Set.of("audit_entry.action", "audit_entry.subject", "report_form_version.content");

    private MarkedPerson() {}

    /** Where a constraint wants something else, the column is left as it is. */
    public static void writeEverywhere(
            List<TenantTables.Table> tables, Tenant tenant, UUID id, String name, String email) {
        var text = "By " + name + " <" + email.toUpperCase() + ">, not " + name + "a";
        for (var table : tables) {
            for (var column : table.columns()) {
                var value =
                        switch (column.type()) {
                            case "text" -> "'" + text + "'";
                            case "text[]" -> "ARRAY['" + name + "', '" + text + "']";
                            case "json", "jsonb" -> "'{\"by\": \"" + name + "\", \"mail\": [\"" + email + "\"]}'";
                            case "uuid" -> column.nullable() ? "'" + id + "'" : null;
                            default -> null;
                        };
                if (value != null && !table.key().contains(column.name()) && !isUnlike(table, column)) {
                    try {
                        SUPERUSER
                                .sql("UPDATE " + table.fullName() + " SET " + column.name() + " = " + value
                                        + " WHERE tenant_id = '" + tenant.id() + "'")
                                .update();
                    } catch (DataAccessException wantsSomethingElse) {
                        // A code, a state, a reference to something that is there.
                    }
                }
            }
        }
    }

    private static boolean isUnlike(TenantTables.Table table, TenantTables.Column column) {
        return NO_NAMES.contains(table.name() + "." + column.name());
    }

    /** Every table and column, of whatever tenant or none, that has any of the marks, with how many rows. */
    public static Map<String, Integer> places(String... marks) {
        Map<String, Integer> places = new TreeMap<>();
        var columns = SUPERUSER
                .sql("SELECT table_schema || '.' || table_name AS name, column_name FROM information_schema.columns"
                        + " WHERE table_schema IN ('samklima', 'published') AND (data_type IN ('text', 'character',"
                        + " 'character varying', 'json', 'jsonb', 'uuid') OR data_type = 'ARRAY')")
                .query((row, _) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        var questions = new ArrayList<String>();
        for (var column : columns) {
            for (var mark : marks) {
                questions.add("SELECT '" + column[0] + "." + column[1] + "' AS place, count(*)::int AS n FROM "
                        + column[0] + " WHERE lower(" + column[1] + "::text) ~ ('\\m' || lower('"
                        + mark.replace(".", "\\.") + "') || '\\M')");
            }
        }
        SUPERUSER.sql(String.join(" UNION ALL ", questions)).query(row -> {
            if (row.getInt("n") > 0) {
                places.merge(row.getString("place"), row.getInt("n"), Integer::sum);
            }
        });
        return places;
    }
}
