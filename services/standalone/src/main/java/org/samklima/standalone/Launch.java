package org.samklima.standalone;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.samklima.keycloak.server.KeycloakProgram;
import org.samklima.keycloak.server.KeycloakServer;
import org.samklima.keycloak.server.RealmSettings;
import org.samklima.standalone.client.KeycloakAccounts;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.demo.DemoNetwork;
import org.samklima.standalone.demo.DemoPeople;
import org.samklima.standalone.mail.MailCatcher;

/**
 * Starts everything, in this order: what depends on nothing starts at once. Keycloak's program is installed while PostgreSQL
 * starts; Keycloak, the portal and the overview start side by side.
 */
final class Launch {

    static final String ADMINISTRATOR = "admin";

    private final Settings settings;
    private final DataFolder data;
    private final Secrets secrets;
    private final Applications applications;
    private final Running running;
    private final Progress progress;

    Launch(Settings settings, DataFolder data, Running running, Progress progress) throws IOException {
        this.settings = settings;
        this.data = data;
        this.secrets = Secrets.in(data.root());
        this.applications = new Applications(settings, data, secrets);
        this.running = running;
        this.progress = progress;
    }

    /** Returns when everything is ready, or throws at the first thing that is not. */
    void start() throws Exception {
        running.add(MailCatcher.start(settings.smtpPort(), settings.mailPort(), data.mails()));
        var program = async(
                "unpack and build Keycloak",
                () -> KeycloakProgram.install(
                        settings.keycloakZip(), data.programs(), KeycloakProgram.Database.POSTGRES));
        var database = progress.step("start PostgreSQL", () -> Database.start(settings, data, secrets, running));
        var keycloak = program.thenCompose(installed -> async("start Keycloak", () -> startKeycloak(installed)));
        progress.step("bring the schema up to date", () -> {
            database.migrate();
            return true;
        });
        var portal = async("start the portal", () -> {
            running.addChild(applications.startPortal()).awaitReady(applications.portalReadiness());
            return true;
        });
        var overview = async("start the overview", () -> {
            running.addChild(applications.startOverview()).awaitReady(applications.overviewReadiness());
            return true;
        });
        allOrTheFirstFailure(keycloak, portal, overview).join();
        demonstrate();
        progress.say("ready");
        System.out.print(new Announcement(settings, secrets.of("keycloak-administrator")).text());
        System.out.flush();
    }

    private void demonstrate() throws Exception {
        if (settings.demonstration() && !data.hasDemonstration()) {
            progress.step("let the demonstration network live its two years", () -> {
                new DemoNetwork(new Portal(settings.portal(), settings.issuer()), progress::say).live();
                data.rememberDemonstration();
                return true;
            });
        }
    }

    private boolean startKeycloak(KeycloakProgram program) throws Exception {
        var administratorPassword = secrets.of("keycloak-administrator");
        var server = new KeycloakServer(
                        data.keycloak(),
                        settings.keycloakPort(),
                        new RealmSettings(
                                settings.portal(),
                                secrets.of("portal-client"),
                                secrets.of("admin-client"),
                                settings.smtpPort(),
                                true))
                .administrator(ADMINISTRATOR, administratorPassword)
                .database(settings.databaseUrl(Database.KEYCLOAK), Database.KEYCLOAK, secrets.of(Database.KEYCLOAK))
                .people(KeycloakAccounts.asImport(DemoPeople.accounts()));
        running.addChild(Child.start("keycloak", server.process(program), data)).awaitReady(settings.issuer());
        RealmAddresses.keepUpToDate(
                settings, administratorPassword, data.keycloak().resolve("addresses"));
        return true;
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

    private static CompletableFuture<Void> allOrTheFirstFailure(CompletableFuture<?>... parts) {
        var all = CompletableFuture.allOf(parts);
        for (var part : parts) {
            part.whenComplete((_, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        return all;
    }
}
