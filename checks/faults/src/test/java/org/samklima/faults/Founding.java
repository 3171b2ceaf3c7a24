package org.samklima.faults;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.client.Session;
import tools.jackson.databind.JsonNode;

/** How the association and its members come to be, over the API; rounds are opened here, too. */
final class Founding {

    private final World world;
    private final Portal portal;

    Founding(World world) {
        this.world = world;
        this.portal = new Portal(world.first.address(), world.issuer);
    }

    void found() {
        var operator = session(world.operator);
        operator.upload(
                "operator/tenant-imports?dryRun=false",
                "municipalities.csv",
                municipalities(),
                Map.of("mapping", "{\"country\": \"SE\"}"));
        operator.post(
                "operator/tenants",
                Map.of(
                        "kind", "ASSOCIATION",
                        "name", "Felnätet",
                        "slug", World.NETWORK,
                        "country", "SE",
                        "languages", List.of("sv", "en"),
                        "timeZone", "Europe/Stockholm",
                        "managerEmail", world.staff.email()));
        arrive(world.staff, World.NETWORK, "MANAGER", "STAFF");
        for (int number = 0; number < World.MEMBERS; number++) {
            arrive(world.coordinator(number), World.slug(number), "MANAGER", "COORDINATOR");
        }
        desk().importMembers("members.csv", members());
        desk().importForm(form());
    }

    private static byte[] municipalities() {
        return table(
                "code,name,slug,email\n",
                number -> "99%02d,Felköping %02d,%s,coordinator.%s@faults.example\n"
                        .formatted(number, number, World.slug(number), World.slug(number)));
    }

    private static byte[] members() {
        return table("code,name\n", number -> "99%02d,Felköping %02d\n".formatted(number, number));
    }

    private static byte[] table(String head, java.util.function.IntFunction<String> line) {
        var table = new StringBuilder(head);
        IntStream.range(0, World.MEMBERS).mapToObj(line).forEach(table::append);
        return table.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private void arrive(Person person, String slug, String... roles) {
        session(person).put(slug + "/people/" + World.id(person.email()) + "/roles", Map.of("roles", List.of(roles)));
    }

    private Session session(Person person) {
        return portal.as(new Portal.Login(person.email(), World.PEOPLES_PASSWORD));
    }

    /** The secretariat's, at the first portal. */
    AssociationDesk desk() {
        return new AssociationDesk(session(world.staff), World.NETWORK);
    }

    /** Opens a round that nothing has befallen yet; its timetable may be quicker than whoever opens it by hand. */
    UUID round(int year) {
        try {
            return desk().openRound(
                            "quick-check",
                            "Runda " + year,
                            year,
                            World.today(),
                            World.today().plusDays(30),
                            world.staff.email());
        } catch (Portal.RefusedException open) {
            if (open.status() != 409) {
                throw open;
            }
            return desk().round(year).orElseThrow();
        }
    }

    static JsonNode form() {
        try (var file = Founding.class.getResourceAsStream("/forms/quick-check.json")) {
            return Person.JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Keycloak's own format: accounts with verified addresses. */
    static String people(Stream<Person> people) {
        return Person.JSON.writeValueAsString(Map.of(
                "realm",
                "samklima",
                "users",
                people.map(person -> Map.of(
                                "id", World.id(person.email()),
                                "username", person.email(),
                                "email", person.email(),
                                "emailVerified", true,
                                "enabled", true,
                                "firstName", "Fel",
                                "lastName", person.email().replaceAll("@.*", ""),
                                "credentials", List.of(Map.of("type", "password", "value", World.PEOPLES_PASSWORD)),
                                "realmRoles", person.email().startsWith("operator") ? List.of("operator") : List.of()))
                        .toList()));
    }
}
