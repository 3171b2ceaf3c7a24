package org.samklima.standalone.images;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samklima.standalone.client.KeycloakAccounts;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.demo.DemoNetwork;
import org.samklima.standalone.demo.DemoPeople;

/**
 * Fills a new system with the demonstration network, once, and ends. It brings a portal of its own whose clock can be moved
 * along; the portals that people use are started afterwards and never have that switch.
 *
 * <p>Arguments: the command that starts a portal. Environment: the portal's, and {@code SAMKLIMA_DEMO_ADMINISTRATOR}, the file
 * with the password of Keycloak's administrator.
 */
final class DemonstrationRun {

    private static final URI OWN_PORTAL = URI.create("http://127.0.0.1:8081");

    private DemonstrationRun() {}

    static void main(String[] args) throws Exception {
        mustStayHere(URI.create(required("SAMKLIMA_PORTAL_URL")));
        var realm = URI.create(required("SAMKLIMA_IDENTITY_BACKCHANNEL"));
        var password = Files.readString(Path.of(required("SAMKLIMA_DEMO_ADMINISTRATOR")))
                .strip();
        new KeycloakAccounts(realm.resolve("/"), password).makeAll(DemoPeople.accounts());
        try (var _ = Application.start(OWN_PORTAL, List.of(args), environment())) {
            fill(new DemoNetwork(new Portal(OWN_PORTAL, realm), System.out::println));
        }
        // After the last line of the portal, so that whoever looks finds it at the end.
        System.out.println("Sign in to the portal with the password " + DemoPeople.PASSWORD + " as one of");
        DemoPeople.introduced().forEach(person -> System.out.printf("  %-32s %s%n", person.email(), person.is()));
    }

    /**
     * Everybody knows the passwords of the people in it, one of whom runs the platform.
     *
     * @throws IllegalStateException if the portal is reached under a name that leads to another machine than the reader's own
     */
    static void mustStayHere(URI portal) {
        var host = "." + portal.getHost();
        if (!host.endsWith(".localhost")) {
            throw new IllegalStateException(
                    "Nothing was done: the demonstration's passwords are public, so it is only made under localhost, and not"
                            + " at " + portal + ". For people, name compose.yaml alone: docs/operations.md.");
        }
    }

    private static void fill(DemoNetwork network) throws IOException {
        switch (network.progress()) {
            case LIVED -> System.out.println("The demonstration network is there already.");
            case NONE -> network.live();
            case INTERRUPTED ->
                throw new IllegalStateException(
                        "The demonstration network was interrupted while it was made and cannot be"
                                + " finished. Remove everything with 'docker compose down --volumes' and begin anew.");
        }
    }

    private static Map<String, String> environment() {
        return Map.of(
                "SAMKLIMA_DEMONSTRATION", "true",
                "SAMKLIMA_ADDRESS", OWN_PORTAL.getHost(),
                "SAMKLIMA_MANAGEMENT_PORT", "");
    }

    private static String required(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("The environment variable " + variable + " is missing."));
    }
}
