package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * A table that somebody holds, so that a transaction that comes to it stops there: it has begun and cannot end
 * before something befalls it.
 */
final class Hold implements AutoCloseable {

    /** Sooner than whoever waits gives up. */
    private static final Duration UNTIL_SOMEBODY_COMES = Duration.ofSeconds(30);

    private final World world;
    private final Connection holding;

    private Hold(World world, String table, String mode) throws SQLException {
        this.world = world;
        holding = world.database.superuser("samklima").getConnection();
        holding.setAutoCommit(false);
        try (var statement = holding.createStatement()) {
            statement.execute("LOCK TABLE samklima." + table + " IN " + mode + " MODE");
        }
    }

    /** Nobody writes into it. */
    static Hold writers(World world, String table) throws SQLException {
        return new Hold(world, table, "SHARE");
    }

    /** Nobody reads it. */
    static Hold readers(World world, String table) throws SQLException {
        return new Hold(world, table, "ACCESS EXCLUSIVE");
    }

    /**
     * Has the first portal killed in the midst of a piece of work.
     *
     * @param work what somebody asks of the portal
     * @param statement a part of what waits for the table that nothing else has
     */
    void killAmid(Runnable work, String statement) throws Exception {
        befallAmid(work, statement, () -> world.first.program().kill());
    }

    /** Has something else happen then. */
    void befallAmid(Runnable work, String statement, Evening.Fault fault) throws Exception {
        var working = CompletableFuture.runAsync(work, Executors.newVirtualThreadPerTaskExecutor());
        var oracle = new Oracle(world);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(UNTIL_SOMEBODY_COMES)
                .untilAsserted(() -> assertThat(oracle.number(
                                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'portal' AND wait_event_type = 'Lock'"
                                        + " AND query LIKE '%" + statement + "%'"))
                        .as("transactions that wait")
                        .isPositive());
        fault.befall();
        working.join();
    }

    @Override
    public void close() throws SQLException {
        holding.close();
    }
}
