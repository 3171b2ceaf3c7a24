package org.samklima.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Keycloak unpacked from its distribution and built for one kind of database. Both take half a minute and are done once;
 * afterwards any number of servers may run from it at the same time.
 */
public final class KeycloakProgram {

    /** Built for; Keycloak bakes it into the program. */
    public enum Database {
        /** Gone when the server stops. */
        MEMORY("dev-mem"),
        POSTGRES("postgres");

        private final String vendor;

        Database(String vendor) {
            this.vendor = vendor;
        }
    }

    private static final String READY = "ready";

    private final Path folder;

    private KeycloakProgram(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks and builds, unless that was done before. Safe when several do it at once: the others wait.
     *
     * @param distribution the zip of {@code org.keycloak:keycloak-quarkus-dist}
     * @param programs where installed programs live, a folder for each version and database
     */
    public static KeycloakProgram install(Path distribution, Path programs, Database database) throws IOException {
        var version = distribution.getFileName().toString().replaceAll("(keycloak-)quarkus-dist-(.*)\\.zip", "$1$2");
        var folder = Files.createDirectories(programs).resolve(version + "-" + database.vendor);
        var lock = programs.resolve(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var ready = folder.resolve(READY);
            if (!Files.exists(ready)) {
                delete(folder);
                unpack(distribution, folder);
                var program = new KeycloakProgram(folder);
                program.build(database);
                Files.createFile(ready);
            }
        }
        return new KeycloakProgram(folder);
    }

    /** The libraries that a server's home must have under {@code lib}. */
    Path libraries() {
        return folder.resolve("lib");
    }

    /** Java itself instead of {@code kc.sh}, so that a server is one process that can be stopped. */
    List<String> command(Path home, List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-cp",
                libraries().resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private void build(Database database) throws IOException {
        var log = folder.resolve("build.log");
        var build = new ProcessBuilder(command(folder, List.of(), List.of("build", "--db=" + database.vendor)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var endWithUs = new Thread(build::destroy);
        Runtime.getRuntime().addShutdownHook(endWithUs);
        try {
            if (build.waitFor() != 0) {
                throw new IOException("Keycloak could not be built:\n" + Files.readString(log));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while building Keycloak", interrupted);
        } finally {
            build.destroy();
            forget(endWithUs);
        }
    }

    private static void forget(Thread shutdownHook) {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException _) {
            // The JVM is shutting down: the hook has done its work.
        }
    }

    /** Leaves out the one folder that all the distribution's files stand in. */
    private static void unpack(Path distribution, Path folder) throws IOException {
        try (var zip = new ZipFile(distribution.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var file = folder.resolve(name).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("A file outside its folder in " + distribution + ": " + name);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (var content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
