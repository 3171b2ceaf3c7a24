package org.samklima.portal.isolation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant with a row in every table that the catalogue knows, tied together by their foreign keys. */
public final class WholeTenant {

    private static final JdbcClient SUPERUSER =
            JdbcClient.create(TestDatabase.shared().superuser());

    private WholeTenant() {}

    /** What the catalogue says does not change while tests run. */
    private static final Map<String, Map<String, String>> SAMPLES = new ConcurrentHashMap<>();

    private static final Map<String, List<Reference>> REFERENCES = new ConcurrentHashMap<>();

    private record Reference(List<String> columns, String parent, List<String> parentColumns) {}

    /** @param other the tenant that a row names where it names one */
    public static void fill(List<TenantTables.Table> inOrder, Tenant tenant, Tenant other) {
        Map<String, Map<String, String>> filled = new HashMap<>();
        var statements = new StringJoiner(";\n");
        for (var table : inOrder) {
            var values = new LinkedHashMap<>(SAMPLES.computeIfAbsent(
                    table.fullName(), name -> SampleRows.row(name, tenant.id()).values()));
            values.put("tenant_id", "'" + tenant.id() + "'");
            values.replaceAll((_, value) -> value.equals("gen_random_uuid()") ? "'" + UUID.randomUUID() + "'" : value);
            for (var reference : REFERENCES.computeIfAbsent(table.fullName(), WholeTenant::references)) {
                for (int i = 0; i < reference.columns.size(); i++) {
                    var column = reference.columns.get(i);
                    if (values.containsKey(column) && !column.equals("tenant_id")) {
                        values.put(
                                column,
                                reference.parent.equals("samklima.tenant")
                                        ? "'" + other.id() + "'"
                                        : filled.get(reference.parent).get(reference.parentColumns.get(i)));
                    }
                }
            }
            statements.add(new SampleRows.Row(table.fullName(), values).sql());
            filled.put(table.fullName(), values);
        }
        SUPERUSER.sql(statements.toString()).update();
    }

    /** How many rows a tenant has in a table, whoever asks. */
    public static int count(String table, UUID tenant) {
        return SampleRows.count(table, tenant);
    }

    private static List<Reference> references(String table) {
        return SUPERUSER
                .sql("""
                SELECT (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.conkey) WITH ORDINALITY k (c, n)
                        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.c) AS columns,
                       rn.nspname || '.' || r.relname AS parent,
                       (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.confkey) WITH ORDINALITY k (c, n)
                        JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.c) AS parent_columns
                FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
                WHERE f.contype = 'f' AND f.conrelid = ?::regclass AND f.conrelid <> f.confrelid""")
                .param(table)
                .query((row, _) -> new Reference(
                        List.of((String[]) row.getArray("columns").getArray()),
                        row.getString("parent"),
                        List.of((String[]) row.getArray("parent_columns").getArray())))
                .list();
    }
}
