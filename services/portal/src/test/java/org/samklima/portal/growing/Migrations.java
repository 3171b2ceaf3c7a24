package org.samklima.portal.growing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.samklima.schema.Migration;
import org.samklima.schema.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the schema's changes take. */
final class Migrations {

    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private Migrations() {}

    /** The whole changelog, from nothing. */
    static Duration onEmpty() throws SQLException {
        try (var connection = TestDatabase.shared().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS emptiness");
            statement.execute("CREATE DATABASE emptiness OWNER owner TEMPLATE template0 ENCODING 'UTF8'");
        }
        var owner = (PGSimpleDataSource) TestDatabase.shared().as("owner");
        owner.setDatabaseName("emptiness");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA samklima");
            statement.execute("CREATE SCHEMA published");
            statement.execute("ALTER ROLE owner IN DATABASE emptiness SET search_path = samklima");
        }
        var took = timed(() -> Migration.run(owner));
        try (var connection = TestDatabase.shared().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE emptiness");
        }
        return took;
    }

    /** As every upgrade that brings no change. */
    static Duration again() {
        return timed(() -> Migration.run(TestDatabase.shared().as("owner")));
    }

    /** What an upgrade typically adds, to the table with the most rows; taken away again. */
    static Map<String, Duration> additive(JdbcClient superuser) {
        var took = new LinkedHashMap<String, Duration>();
        try {
            took.put(
                    "a new column that may be empty",
                    timed(() -> run(superuser, "ALTER TABLE samklima.answer ADD COLUMN added text")));
            took.put(
                    "a new column with a default",
                    timed(() ->
                            run(superuser, "ALTER TABLE samklima.answer ADD COLUMN chosen int NOT NULL DEFAULT 0")));
            took.put(
                    "a new index, built while others write",
                    timed(() -> run(
                            superuser,
                            "CREATE INDEX CONCURRENTLY answer_added ON samklima.answer (tenant_id, changed_at)")));
            took.put(
                    "filling the new column everywhere",
                    timed(() -> run(superuser, "UPDATE samklima.answer SET added = changed_by")));
        } finally {
            run(superuser, "DROP INDEX IF EXISTS samklima.answer_added");
            run(superuser, "ALTER TABLE samklima.answer DROP COLUMN IF EXISTS added, DROP COLUMN IF EXISTS chosen");
            run(superuser, "VACUUM FULL ANALYZE samklima.answer");
        }
        return took;
    }

    /** The depth of the primary key's tree, and the row itself. */
    static int pagesForOneRow(JdbcClient superuser, String table) {
        var key = superuser
                .sql(
                        "SELECT string_agg(format('%I = %L', key, to_jsonb(r) ->> key), ' AND ') FROM (SELECT * FROM samklima."
                                + table
                                + " LIMIT 1) r, (SELECT column_name AS key FROM information_schema.key_column_usage WHERE table_schema = 'samklima'"
                                + " AND constraint_name = '" + table + "_pkey') k")
                .query(String.class)
                .single();
        var explain = "EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM samklima." + table + " WHERE " + key;
        superuser.sql(explain).query(String.class).list();
        return superuser.sql(explain).query(String.class).list().stream()
                .map(PAGES::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static void run(JdbcClient superuser, String sql) {
        superuser.sql(sql).update();
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
