package org.samklima.schema;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PgBouncer in transaction mode between the applications and the tests' database, with few connections, so that each of them
 * serves one tenant after the other: {@code -Dsamklima.test.pooler=true} asks for it. It is Debian's package {@code pgbouncer}.
 */
final class Pooler {

    private static final String PROGRAM = "/usr/sbin/pgbouncer";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    private Pooler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isWanted() {
        return Boolean.getBoolean("samklima.test.pooler");
    }

    /**
     * @param server where PostgreSQL is, as {@code host:port}
     * @throws IllegalStateException if it does not start
     */
    static Pooler before(InetSocketAddress server) throws IOException {
        var folder = Files.createTempDirectory(
                "pgbouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var port = freePort();
        var users =
                Files.writeString(folder.resolve("users.txt"), "\"portal\" \"portal\"\n\"overview\" \"overview\"\n");
        var settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 8
                max_client_conn = 500
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getHostString(), server.getPort(), port, users));
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var pooler = new Pooler(process, port);
        pooler.awaitReady(log);
        return pooler;
    }

    /** It refuses to be root. */
    private static List<String> command(Path settings) {
        var command = new ArrayList<>(List.of(PROGRAM));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return command;
    }

    private void awaitReady(Path log) throws IOException {
        await().atMost(PATIENCE).until(() -> listens() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("PgBouncer did not start: " + Files.readString(log));
        }
    }

    private boolean listens() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Its version here knows no named prepared statements in transaction mode, so the driver makes none. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?prepareThreshold=0";
    }

    void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
