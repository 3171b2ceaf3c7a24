package org.samklima.portal.tenancy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables that hold tenants' rows, asked from the database's own catalogue: whoever goes through all of them, to take a
 * tenant along or to erase it, cannot forget a new one.
 */
@Component
public class TenantTables {

    private final JdbcClient jdbc;

    TenantTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table whose rows belong to tenants.
     *
     * @param key columns of its primary key, the tenant first
     * @param references tables with a tenant that its rows refer to, by their full names; itself, where they do
     */
    public record Table(String schema, String name, List<Column> columns, List<String> key, Set<String> references) {

        public Table {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            references = Set.copyOf(references);
        }

        /** With its schema, as in SQL. */
        public String fullName() {
            return schema + "." + name;
        }

        public boolean refersToItself() {
            return references.contains(fullName());
        }
    }

    /**
     * A column of such a table.
     *
     * @param type as PostgreSQL writes it, for example {@code timestamp with time zone}
     * @param required whether a row cannot be added without a value for it
     * @param nullable whether it may be empty
     * @param changeable whether the portal may change it at all
     */
    public record Column(String name, String type, boolean required, boolean nullable, boolean changeable) {}

    /** In the order in which rows can be added: a table comes after those that it refers to. Reversed, they can be removed. */
    @Transactional(readOnly = true)
    public List<Table> all() {
        var waiting = new ArrayList<>(jdbc.sql("""
                SELECT n.nspname AS schema, c.relname AS name,
                    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
                    (SELECT array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS types,
                    (SELECT array_agg(a.attnotnull ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS filled,
                    (SELECT array_agg(a.atthasdef ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS defaults,
                    (SELECT array_agg(has_column_privilege(c.oid, a.attnum, 'UPDATE') ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS changeable,
                    (SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i,
                        unnest(i.indkey::int[]) WITH ORDINALITY k (number, place), pg_attribute a
                     WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.number) AS key,
                    (SELECT coalesce(array_agg(DISTINCT rn.nspname || '.' || r.relname), '{}') FROM pg_constraint f
                     JOIN pg_class r ON r.oid = f.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
                     JOIN pg_attribute ra ON ra.attrelid = r.oid AND ra.attname = 'tenant_id'
                     WHERE f.conrelid = c.oid AND f.contype = 'f') AS refs
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id'
                WHERE n.nspname IN ('samklima', 'published') AND c.relkind IN ('r', 'p')
                ORDER BY n.nspname DESC, c.relname""").query(TenantTables::table).list());
        return inOrder(waiting);
    }

    private static List<Table> inOrder(List<Table> waiting) {
        List<Table> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(table -> table.references().stream()
                            .allMatch(name -> name.equals(table.fullName()) || placed.contains(name)))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("Tables refer to one another in a circle: " + waiting));
            waiting.remove(next);
            ordered.add(next);
            placed.add(next.fullName());
        }
        return ordered;
    }

    private static Table table(ResultSet row, int number) throws SQLException {
        var names = (String[]) array(row, "columns");
        var types = (String[]) array(row, "types");
        var filled = (Boolean[]) array(row, "filled");
        var defaults = (Boolean[]) array(row, "defaults");
        var changeable = (Boolean[]) array(row, "changeable");
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(new Column(names[i], types[i], filled[i] && !defaults[i], !filled[i], changeable[i]));
        }
        return new Table(
                row.getString("schema"),
                row.getString("name"),
                columns,
                List.of((String[]) array(row, "key")),
                Set.of((String[]) array(row, "refs")));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
