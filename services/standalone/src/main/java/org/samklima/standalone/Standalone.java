package org.samklima.standalone;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.server.KeycloakProgram;
import org.samklima.keycloak.server.KeycloakServer;
import org.samklima.keycloak.server.RealmSettings;
import org.samklima.standalone.demo.DemoPeople;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts the whole system on this machine and stops all of it again. Run by {@code ./mvnw -Pstandalone}.
 *
 * <p>What depends on nothing starts at once: Keycloak's program is installed while PostgreSQL starts; Keycloak, the portal
 * and the overview start side by side.
 */
final class Standalone {

    static final String ADMINISTRATOR = "admin";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Settings settings;
    private final DataFolder data;
    private final Secrets secrets;
    private final Progress progress = new Progress();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    private Standalone(Settings settings, DataFolder data) throws IOException {
        this.settings = settings;
        this.data = data;
        this.secrets = Secrets.in(data.root());
        started.push(data);
    }

    static void main(String[] args) {
        @Nullable Standalone system = null;
        try {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
            var settings = Settings.fromSystemProperties();
            Ports.requireFree(settings.ports());
            system = new Standalone(settings, DataFolder.open(settings.data(), settings.fresh()));
            Runtime.getRuntime().addShutdownHook(new Thread(system::stop, "stop"));
            system.start();
            system.watch();
        } catch (Exception failure) {
            explain(failure);
            System.exit(1);
        }
    }

    private void start() throws Exception {
        var catcher = MailCatcher.start(settings.smtpPort(), settings.mailPort(), data.mails());
        remember(catcher);
        var program = async(
                "unpack and build Keycloak",
                () -> KeycloakProgram.install(
                        settings.keycloakZip(), data.programs(), KeycloakProgram.Database.POSTGRES));
        var database = progress.step("start PostgreSQL", () -> Database.start(settings, data, secrets));
        remember(database);
        var keycloak = program.thenCompose(installed -> async("start Keycloak", () -> startKeycloak(installed)));
        progress.step("bring the schema up to date", () -> {
            database.migrate();
            return true;
        });
        var portal = async("start the portal", this::startPortal);
        var overview = async("start the overview", this::startOverview);
        CompletableFuture.allOf(keycloak, portal, overview).join();
        announce();
    }

    private Child startKeycloak(KeycloakProgram program) throws Exception {
        var server = new KeycloakServer(program, data.keycloak(), settings.keycloakPort(), realm())
                .administrator(ADMINISTRATOR, secrets.of("keycloak-administrator"))
                .database(settings.databaseUrl(Database.KEYCLOAK), Database.KEYCLOAK, secrets.of(Database.KEYCLOAK))
                .people(DemoPeople.asKeycloakImport());
        var child = remember(Child.start("keycloak", server.process(), data.logs()));
        try {
            server.awaitReady(child.process(), PATIENCE);
        } catch (IOException failure) {
            throw child.isAlive() ? failure : new CannotStart(child.howItEnded(), failure);
        }
        return child;
    }

    private RealmSettings realm() throws IOException {
        return new RealmSettings(
                settings.portal(), secrets.of("portal-client"), secrets.of("admin-client"), settings.smtpPort(), true);
    }

    private Child startPortal() throws Exception {
        var process = java("-Xmx640m", settings.portalJar().toString());
        var environment = process.environment();
        environment.put("SERVER_PORT", String.valueOf(settings.portalPort()));
        environment.put("SAMKLIMA_DATABASE_URL", settings.databaseUrl("samklima"));
        environment.put("SAMKLIMA_DATABASE_PORTAL_PASSWORD", secrets.of("portal"));
        environment.put("SAMKLIMA_IDENTITY_ISSUER", issuer().toString());
        environment.put("SAMKLIMA_IDENTITY_PORTAL_SECRET", secrets.of("portal-client"));
        environment.put("SAMKLIMA_IDENTITY_ADMIN_SECRET", secrets.of("admin-client"));
        environment.put("SAMKLIMA_PORTAL_URL", settings.portal().toString());
        environment.put("SAMKLIMA_OVERVIEW_URL", settings.overview().toString());
        environment.put("SAMKLIMA_MAIL_HOST", "127.0.0.1");
        environment.put("SAMKLIMA_MAIL_PORT", String.valueOf(settings.smtpPort()));
        environment.put("SAMKLIMA_DEMONSTRATION", String.valueOf(settings.demonstration()));
        return ready("portal", process, settings.portal());
    }

    private Child startOverview() throws Exception {
        var process = java("-Xmx384m", settings.overviewJar().toString());
        var environment = process.environment();
        environment.put("SERVER_PORT", String.valueOf(settings.overviewPort()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SAMKLIMA_OVERVIEW_PORT", String.valueOf(settings.overviewPort()));
        environment.put("SAMKLIMA_DATABASE_URL", settings.databaseUrl("samklima"));
        environment.put("SAMKLIMA_DATABASE_OVERVIEW_PASSWORD", secrets.of("overview"));
        return ready("overview", process, settings.overview());
    }

    private Child ready(String name, ProcessBuilder process, URI address) throws Exception {
        var child = remember(Child.start(name, process, data.logs()));
        child.awaitReady(address.resolve("/actuator/health/readiness"));
        return child;
    }

    private static ProcessBuilder java(String heap, String jar) {
        var java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(java, heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar);
    }

    private URI issuer() {
        return URI.create("http://localhost:" + settings.keycloakPort() + "/realms/samklima");
    }

    private void announce() throws IOException {
        progress.say("ready");
        System.out.print(new Announcement(settings, secrets.of("keycloak-administrator")).text());
        System.out.flush();
    }

    /** Until the person at the keyboard has enough, or something ended by itself. */
    private void watch() throws InterruptedException {
        while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            for (var part : snapshot()) {
                if (part instanceof Child child && !child.isAlive() && !stopping) {
                    throw new CannotStart(child.howItEnded());
                }
            }
        }
    }

    private synchronized Object[] snapshot() {
        return started.toArray();
    }

    private synchronized <T extends AutoCloseable> T remember(T part) throws Exception {
        if (stopping) {
            part.close();
            throw new CannotStart("Stopped while starting.");
        }
        started.push(part);
        return part;
    }

    /** In the reverse order of starting. */
    private synchronized void stop() {
        stopping = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                System.err.println("Not stopped cleanly: " + failure.getMessage());
            }
        }
        stopped.countDown();
    }

    private <T> CompletableFuture<T> async(String what, Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return progress.step(what, work);
                    } catch (Exception failure) {
                        throw new CompletionException(failure);
                    }
                },
                Thread::startVirtualThread);
    }

    private static void explain(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof CannotStart) {
            System.err.println("\n" + cause.getMessage());
        } else {
            System.err.println("\nSamklima could not start: " + cause);
        }
    }
}
