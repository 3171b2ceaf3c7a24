package org.samklima.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What row-level security costs: the same statements by the same role on the same rows, once behind the wall and once in a
 * table without one. Both ways explicitly ask for their tenant, as the portal does. The two take turns in short rounds, so
 * that a noisy machine is as noisy for both; only the ratio says anything. Run as docs/benchmark.md tells.
 */
final class WallBenchmark {

    private static final int TENANTS = 300;
    private static final int SUBJECTS = 20;
    private static final int YEARS = 15;
    private static final int ROUNDS = 60;
    private static final int STATEMENTS_A_ROUND = 150;

    /** The portal's typical reads: one row, a page of rows, a sum over all. */
    private enum Read {
        ONE_ROW("SELECT value FROM %s WHERE tenant_id = ? AND subject_id = ? AND indicator_code = 'ghg-total'"
                + " AND sector_code = '' AND year = 2020 AND origin = 'OFFICIAL'"),
        ONE_SUBJECT("SELECT indicator_code, year, value FROM %s WHERE tenant_id = ? AND subject_id = ?"),
        WHOLE_TENANT("SELECT year, sum(value) FROM %s WHERE tenant_id = ? AND ? IS NOT NULL GROUP BY year");

        private final String sql;

        Read(String sql) {
            this.sql = sql;
        }
    }

    private WallBenchmark() {}

    public static void main(String[] args) throws SQLException {
        var tenants = fill();
        System.out.println("read           behind the wall / without it (median of " + ROUNDS + " rounds in turn)");
        for (var read : Read.values()) {
            var walled = new ArrayList<Long>();
            var open = new ArrayList<Long>();
            try (var connection = TestDatabase.shared().as("portal").getConnection()) {
                connection.setAutoCommit(false);
                for (int round = -10; round < ROUNDS; round++) {
                    var first = timed(connection, read, "observation", tenants, round);
                    var second = timed(connection, read, "observation_without_wall", tenants, round);
                    if (round >= 0) {
                        walled.add(first);
                        open.add(second);
                    }
                }
            }
            System.out.printf(
                    "%-14s %.3f   (%.1f µs / %.1f µs a statement)%n",
                    read,
                    (double) median(walled) / median(open),
                    median(walled) / 1e3 / STATEMENTS_A_ROUND,
                    median(open) / 1e3 / STATEMENTS_A_ROUND);
        }
    }

    private static long timed(Connection connection, Read read, String table, List<UUID> tenants, int round)
            throws SQLException {
        var tenant = tenants.get(Math.floorMod(round, tenants.size()));
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL app.tenant_id = '" + tenant + "'");
        }
        long start = System.nanoTime();
        try (var statement = connection.prepareStatement(read.sql.formatted(table))) {
            for (int i = 0; i < STATEMENTS_A_ROUND; i++) {
                run(statement, tenant, subject(tenant, i % SUBJECTS));
            }
        }
        long took = System.nanoTime() - start;
        connection.commit();
        return took;
    }

    private static void run(PreparedStatement statement, UUID tenant, UUID subject) throws SQLException {
        statement.setObject(1, tenant);
        statement.setObject(2, subject);
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static List<UUID> fill() throws SQLException {
        var tenants = new ArrayList<UUID>();
        try (var connection = TestDatabase.shared().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET search_path = samklima");
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                tenants.add(new UUID(tenant + 1, 1));
            }
            try (var insert = connection.prepareStatement("""
                    INSERT INTO observation (tenant_id, subject_id, indicator_code, year, origin, value, source_id, entered_at)
                    SELECT ?, ?, code, year, 'OFFICIAL', random() * 100000, gen_random_uuid(), now()
                    FROM unnest(ARRAY['ghg-total', 'population', 'energy']) code, generate_series(2010, 2010 + ? - 1) year""")) {
                for (var tenant : tenants) {
                    for (int subject = 0; subject < SUBJECTS; subject++) {
                        insert.setObject(1, tenant);
                        insert.setObject(2, subject(tenant, subject));
                        insert.setInt(3, YEARS);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            statement.execute("CREATE TABLE observation_without_wall (LIKE observation INCLUDING ALL)");
            statement.execute("INSERT INTO observation_without_wall SELECT * FROM observation");
            statement.execute("GRANT SELECT ON observation_without_wall TO portal");
            statement.execute("ANALYZE observation");
            statement.execute("ANALYZE observation_without_wall");
        }
        return tenants;
    }

    private static UUID subject(UUID tenant, int number) {
        return new UUID(tenant.getMostSignificantBits(), 100 + number);
    }

    private static long median(List<Long> times) {
        var sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
