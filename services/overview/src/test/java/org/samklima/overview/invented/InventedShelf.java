package org.samklima.overview.invented;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.samklima.published.Edition;
import org.samklima.published.NetworkProfile;
import org.samklima.schema.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tests' shelf. Publishes and withdraws as the portal does: under its role, bound to the network's tenant. */
public final class InventedShelf {

    private static final DataSource PORTAL = TestDatabase.shared().as("portal");
    private static final JdbcClient DATABASE = JdbcClient.create(PORTAL);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(PORTAL));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static boolean filled;

    private InventedShelf() {}

    /** Once: the small network with two years, the later one corrected. */
    public static synchronized void fill() {
        if (!filled) {
            publish(InventedNetwork.small());
            filled = true;
        }
    }

    public static void publish(InventedNetwork network) {
        publish(network.profile(), 1);
        publish(network.edition(2024, 1));
        publish(network.edition(2025, 1));
        publish(network.edition(2025, 2));
    }

    public static void publish(NetworkProfile profile, int version) {
        publish(profile.id(), NetworkProfile.KIND, NetworkProfile.SUBJECT, version, JSON.writeValueAsString(profile));
    }

    public static void publish(Edition edition) {
        publish(edition.network().id(), Edition.KIND, String.valueOf(edition.year()), edition.version(), json(edition));
    }

    public static String json(Edition edition) {
        return JSON.writeValueAsString(edition);
    }

    public static void publish(UUID network, String kind, String subject, int version, String content) {
        as(
                network,
                () -> DATABASE.sql("INSERT INTO published.document VALUES (?, ?, ?, ?, ?::json, ?)")
                        .params(network, kind, subject, version, content, Timestamp.from(Instant.now()))
                        .update());
    }

    public static void withdraw(UUID network, int year, int version) {
        as(
                network,
                () -> DATABASE.sql("""
                                   DELETE FROM published.document
                                   WHERE tenant_id = ? AND kind = ? AND subject = ? AND version = ?
                                   """)
                        .params(network, Edition.KIND, String.valueOf(year), version)
                        .update());
    }

    private static void as(UUID network, Runnable change) {
        TRANSACTION.executeWithoutResult(_ -> {
            DATABASE.sql("SET LOCAL app.tenant_id = '" + network + "'").update();
            change.run();
        });
    }
}
