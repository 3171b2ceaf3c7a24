package org.samklima.keycloak.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.samklima.schema.containers.Containers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/** Starts a test's Keycloak: unpacked from its distribution, or in a container. Either is stopped with the JVM. */
public final class KeycloakStart {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final String IN_CONTAINER = "/opt/keycloak/";

    private KeycloakStart() {}

    /**
     * Returns when its realm answers.
     *
     * @throws IOException if it ends before that, with what it said
     */
    public static void start(KeycloakServer server, Path home) throws IOException, InterruptedException {
        if (Containers.wanted(Containers.keycloak())) {
            inContainer(server, home);
        } else {
            asProcess(server, home);
        }
    }

    private static void asProcess(KeycloakServer server, Path home) throws IOException, InterruptedException {
        var program = KeycloakProgram.install(
                Path.of(System.getProperty("keycloak.distribution")),
                Path.of(System.getProperty("user.home"), ".cache", "samklima"),
                KeycloakProgram.Database.MEMORY);
        var log = home.resolve("keycloak.log");
        var process = server.process(program).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            awaitReady(server.issuer(), process::isAlive);
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + Files.readString(log), failed);
        }
    }

    /** On the machine's own network, as the process would be: tests listen on loopback for the mail that Keycloak sends. */
    private static void inContainer(KeycloakServer server, Path home) throws IOException, InterruptedException {
        server.prepareRealm();
        var command = new ArrayList<>(List.of("start", "--db=dev-mem"));
        command.addAll(server.arguments());
        var container = new GenericContainer<>(Containers.keycloak())
                .withNetworkMode("host")
                .withEnv(server.environment())
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(home.resolve("data/import")), IN_CONTAINER + "data/import")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(home.resolve("data/password-blacklists")),
                        IN_CONTAINER + "data/password-blacklists")
                .withCopyFileToContainer(MountableFile.forHostPath(home.resolve("themes")), IN_CONTAINER + "themes")
                .withCommand(command.toArray(String[]::new));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        try {
            awaitReady(server.issuer(), container::isRunning);
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + container.getLogs(), failed);
        }
    }

    private static void awaitReady(URI issuer, BooleanSupplier isRunning) throws IOException, InterruptedException {
        var question =
                HttpRequest.newBuilder(issuer).timeout(Duration.ofSeconds(5)).build();
        var end = System.nanoTime() + STARTS_WITHIN.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, question)) {
                if (!isRunning.getAsBoolean()) {
                    throw new IOException("Keycloak ended while starting");
                }
                if (System.nanoTime() > end) {
                    throw new IOException("Keycloak was not ready after " + STARTS_WITHIN.toSeconds() + " s");
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
