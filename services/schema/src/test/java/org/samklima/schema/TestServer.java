package org.samklima.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.samklima.schema.containers.Containers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The PostgreSQL 18 of the tests: embedded, or in a container where {@link Containers} are asked for. */
final class TestServer {

    static final String SUPERUSER = "postgres";

    private static final int PORT = 5432;

    private final String host;
    private final int port;
    private final Runnable stop;

    private TestServer(String host, int port, Runnable stop) {
        this.host = host;
        this.port = port;
        this.stop = stop;
    }

    static TestServer start() throws IOException {
        return Containers.wanted(Containers.postgres()) ? inContainer() : embedded();
    }

    private static TestServer embedded() throws IOException {
        var server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setRegisterShutdownHook(false)
                .start();
        return new TestServer("localhost", server.getPort(), () -> {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** It starts twice when it is new: the first time to make its superuser. */
    private static TestServer inContainer() {
        var container = new GenericContainer<>(Containers.postgres())
                .withEnv("POSTGRES_PASSWORD", SUPERUSER)
                .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2));
        container.start();
        return new TestServer(container.getHost(), container.getMappedPort(PORT), container::stop);
    }

    void stop() {
        stop.run();
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    DataSource as(String role, String password, String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database));
        dataSource.setUser(role);
        dataSource.setPassword(password);
        return dataSource;
    }

    DataSource superuserOf(String database) {
        return as(SUPERUSER, SUPERUSER, database);
    }
}
