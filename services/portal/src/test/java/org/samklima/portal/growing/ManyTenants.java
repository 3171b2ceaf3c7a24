package org.samklima.portal.growing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes tenants by the thousand as copies of one that is there: every table of the catalogue that has a tenant. Because the tenant
 * leads every key, all other ids may stay as they are.
 */
final class ManyTenants {

    /** An association for as many municipalities. */
    static final int MEMBERS = 300;

    /** Rows that belong to a tenant, but are made by what happens between two. */
    private static final String NOT_COPIED = "('membership', 'received', 'tenant_user')";

    private final DataSource superuser;

    ManyTenants(DataSource superuser) {
        this.superuser = superuser;
    }

    /**
     * @param size how many tenants there are to be, at least
     * @return how many there are
     */
    int growTo(int size, UUID municipality, UUID association) throws SQLException {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = samklima");
            // Copies satisfy what the original satisfied; checking each row once more takes most of the time.
            statement.execute("SET session_replication_role = replica");
            int before = count(statement);
            int missing = size - before;
            if (missing > 0) {
                int associations = missing / (MEMBERS + 1);
                copies(connection, "ort", before, missing - associations, municipality);
                copies(connection, "net", before, associations, association);
                memberships(statement, before);
            }
            statement.execute("VACUUM ANALYZE");
            return count(statement);
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT count(*) FROM tenant")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void copies(Connection connection, String name, int first, int number, UUID original)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS copy (id uuid, number int)");
            statement.execute("TRUNCATE copy");
            statement.execute(
                    "INSERT INTO copy SELECT uuidv7(), %d + n FROM generate_series(1, %d) n".formatted(first, number));
            statement.execute(("INSERT INTO tenant (id, slug, name, kind, country, official_code, languages, time_zone,"
                            + " accent_colour, created_at) SELECT c.id, '%1$s-' || number, '%1$s ' || number, kind, country,"
                            + " CASE WHEN kind = 'MUNICIPALITY' THEN 'X' || number END, languages, time_zone, accent_colour, now()"
                            + " FROM tenant t, copy c WHERE t.id = '%2$s'")
                    .formatted(name, original));
            statement.execute(("INSERT INTO tenant_user (tenant_id, person_id, name, email, roles, since)"
                            + " SELECT c.id, uuidv7(), name, number || '.' || email, roles, since"
                            + " FROM tenant_user u, copy c WHERE u.tenant_id = '%s'")
                    .formatted(original));
            for (var table : tables(connection)) {
                var columns = columns(connection, table);
                statement.execute(
                        "INSERT INTO %1$s (tenant_id%2$s) SELECT c.id%3$s FROM %1$s o, copy c WHERE o.tenant_id = '%4$s'"
                                .formatted(table, listed(columns, ""), listed(columns, "o."), original));
            }
        }
    }

    private static String listed(List<String> columns, String of) {
        var text = new StringBuilder();
        columns.forEach(column -> text.append(", ").append(of).append(column));
        return text.toString();
    }

    /** Each association of this size has its own members. */
    private static void memberships(Statement statement, int before) throws SQLException {
        statement.execute(("INSERT INTO membership (tenant_id, member_id, since)"
                        + " SELECT n.id, o.id, current_date FROM"
                        + " (SELECT id, row_number() OVER (ORDER BY slug) AS place FROM tenant WHERE slug ~ '^net-' AND split_part(slug, '-', 2)::int > %1$d) n JOIN"
                        + " (SELECT id, 1 + (row_number() OVER (ORDER BY slug) - 1) / %2$d AS place FROM tenant WHERE slug ~ '^ort-' AND split_part(slug, '-', 2)::int > %1$d) o"
                        + " USING (place)")
                .formatted(before, MEMBERS));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return texts(
                connection,
                "SELECT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
                        + " WHERE table_schema = 'samklima' AND column_name = 'tenant_id' AND table_type = 'BASE TABLE'"
                        + " AND table_name NOT IN " + NOT_COPIED + " ORDER BY 1");
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return texts(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'samklima' AND table_name = '"
                        + table
                        + "' AND column_name <> 'tenant_id' AND is_generated = 'NEVER' ORDER BY ordinal_position");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
