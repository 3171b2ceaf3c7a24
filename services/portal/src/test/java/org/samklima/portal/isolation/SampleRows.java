package org.samklima.portal.isolation;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.schema.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a row for any table from what the catalogue says of its columns. */
public final class SampleRows {

    /** Columns that a constraint holds to certain values. A new one fails the test until it stands here. */
    private static final Map<String, String> PARTICULAR = Map.ofEntries(
            Map.entry("code", "'x'"),
            Map.entry("list_code", "'x'"),
            Map.entry("email", "'a@example.org'"),
            Map.entry("roles", "ARRAY['MANAGER']"),
            Map.entry("kind", "'x'"),
            Map.entry("report.state", "'DRAFT'"),
            Map.entry("round.state", "'PLANNED'"),
            Map.entry("import_job.state", "'UPLOADED'"),
            Map.entry("tenant_archive.state", "'DONE'"),
            Map.entry("direction", "'NEITHER'"),
            Map.entry("origin", "'OWN'"),
            Map.entry("value", "1"),
            Map.entry("answer.value", "'{}'"),
            Map.entry("outcome", "'ACCEPTED'"),
            Map.entry("year", "2024"),
            Map.entry("stored_file.media_type", "'text/csv'"),
            Map.entry("plan_change.item_kind", "'GOAL'"),
            Map.entry("plan_change.action", "'ADDED'"),
            Map.entry("goal.kind", "'MILESTONE'"),
            Map.entry("goal.due_on", "current_date"),
            Map.entry("activity.status", "'ONGOING'"),
            Map.entry("activity_budget.kind", "'OPERATION'"),
            Map.entry("activity_budget.planned", "1"),
            Map.entry("shape", "'LIST'"),
            Map.entry("phase", "'LAUNCH'"),
            Map.entry("rhythm", "'OFF'"),
            Map.entry("told", "'{}'"));

    private static final JdbcClient SUPERUSER =
            JdbcClient.create(TestDatabase.shared().superuser());

    private SampleRows() {}

    static List<String> tablesOfTenants() {
        return SUPERUSER
                .sql("SELECT table_schema || '.' || table_name FROM information_schema.columns"
                        + " WHERE table_schema IN ('samklima', 'published') AND column_name = 'tenant_id' ORDER BY 1")
                .query(String.class)
                .list();
    }

    public static int count(String table, UUID tenant) {
        return SUPERUSER
                .sql("SELECT count(*) FROM " + table + " WHERE tenant_id = ?")
                .param(tenant)
                .query(Integer.class)
                .single();
    }

    /** Of everything that a tenant has in any table; the same as long as nothing of it changes. */
    public static String fingerprint(UUID tenant) {
        return tablesOfTenants().stream()
                .map(table -> table
                        + SUPERUSER
                                .sql("SELECT coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM " + table
                                        + " t WHERE tenant_id = ?")
                                .param(tenant)
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }

    /** Every id that anything of a tenant has. */
    public static List<UUID> ids(UUID tenant) {
        return SUPERUSER
                .sql("SELECT table_schema || '.' || table_name FROM information_schema.columns WHERE table_schema"
                        + " IN ('samklima', 'published') AND column_name = 'id' AND data_type = 'uuid'")
                .query(String.class)
                .list()
                .stream()
                .filter(tablesOfTenants()::contains)
                .flatMap(table -> SUPERUSER
                        .sql("SELECT id FROM " + table + " WHERE tenant_id = ?")
                        .param(tenant)
                        .query(UUID.class)
                        .list()
                        .stream())
                .toList();
    }

    static Row row(String table, UUID tenant) {
        var values = new LinkedHashMap<String, String>();
        SUPERUSER
                .sql("SELECT column_name, data_type, is_nullable = 'NO' AND column_default IS NULL AS wanted"
                        + " FROM information_schema.columns WHERE table_schema || '.' || table_name = ?"
                        + " ORDER BY ordinal_position")
                .param(table)
                .query()
                .listOfRows()
                .forEach(column -> {
                    var name = (String) column.get("column_name");
                    if ((boolean) column.get("wanted")
                            || name.equals("value")
                            || PARTICULAR.containsKey(qualified(table, name))) {
                        values.put(name, sample(table, name, (String) column.get("data_type")));
                    }
                });
        values.put("tenant_id", "'" + tenant + "'");
        return new Row(table, values);
    }

    private static String sample(String table, String column, String type) {
        var qualified = qualified(table, column);
        if (PARTICULAR.containsKey(qualified)) {
            return PARTICULAR.get(qualified);
        }
        if (PARTICULAR.containsKey(column)) {
            return PARTICULAR.get(column);
        }
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "'x'";
            case "integer", "bigint", "numeric" -> "1";
            case "boolean" -> "false";
            case "date" -> "current_date";
            case "timestamp with time zone" -> "now()";
            case "json", "jsonb" -> "'{}'";
            case "bytea" -> "''";
            default -> throw new IllegalStateException("Teach SampleRows the type " + type + " of " + qualified);
        };
    }

    private static String qualified(String table, String column) {
        return table.substring(table.indexOf('.') + 1) + "." + column;
    }

    record Row(String table, Map<String, String> values) {

        String sql() {
            return "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                    + values.values().stream().collect(Collectors.joining(", ")) + ")";
        }

        void insertWith(JdbcClient jdbc) {
            jdbc.sql(sql()).update();
        }

        /** Without foreign keys: the row alone is enough to try walls with. */
        void insertAsSuperuser() {
            try (var connection = TestDatabase.shared().superuser().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                statement.execute(sql());
                statement.execute("SET session_replication_role = DEFAULT");
            } catch (SQLException failure) {
                throw new IllegalStateException("Teach SampleRows what " + table + " wants: " + sql(), failure);
            }
        }
    }
}
