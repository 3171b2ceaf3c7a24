package org.samklima.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.samklima.standalone.client.KeycloakAccounts;
import org.samklima.standalone.client.Portal;

/** The invented people of the demonstration: one for every role, and a coordinator for every municipality. */
public final class DemoPeople {

    /** Everyone's, and known to everybody: it is printed at every start. */
    public static final String PASSWORD = "samklima-demo";

    static final DemoPerson OPERATOR = person("operator", "Olle", "Operatör", "runs the platform");
    static final DemoPerson STAFF = person("staff", "Stina", "Sekreterare", "secretariat of both associations");
    static final DemoPerson ASSOCIATION_MANAGER = person("manager", "Maja", "Chef", "manager of Klimatringen");
    static final DemoPerson BOARD = person("board", "Bertil", "Ledamot", "board of Klimatringen");
    static final DemoPerson COORDINATOR = person(
            "coordinator", "Karin", "Klimat", "coordinator and manager of Ängsvik, coordinator of Region Mellansjö");
    static final DemoPerson CONTRIBUTOR = person("contributor", "Kim", "Kollega", "contributor in Ängsvik");
    static final DemoPerson DECISION_MAKER = person("politician", "Pia", "Politiker", "decision-maker in Ängsvik");

    private DemoPeople() {}

    /**
     * @param is what they do, as printed at the start
     */
    public record DemoPerson(UUID id, String email, String firstName, String lastName, String is) {

        Portal.Login login() {
            return new Portal.Login(email, PASSWORD);
        }

        private KeycloakAccounts.Account account() {
            return new KeycloakAccounts.Account(
                    id, login(), firstName, lastName, equals(OPERATOR) ? List.of("operator") : List.of());
        }
    }

    /** Those worth signing in as. */
    public static List<DemoPerson> introduced() {
        return List.of(OPERATOR, STAFF, ASSOCIATION_MANAGER, BOARD, COORDINATOR, CONTRIBUTOR, DECISION_MAKER);
    }

    /** The coordinator of one of the municipalities; Ängsvik has the one who is introduced. */
    static DemoPerson coordinatorOf(InventedMunicipality municipality) {
        return municipality.slug().equals("angsvik")
                ? COORDINATOR
                : person(
                        "coordinator." + municipality.slug(),
                        "Kaj",
                        municipality.name(),
                        "coordinator of " + municipality.name());
    }

    /** Everyone's, with verified addresses. */
    public static List<KeycloakAccounts.Account> accounts() {
        var everyone = new ArrayList<>(introduced());
        InventedMunicipality.all().stream()
                .map(DemoPeople::coordinatorOf)
                .filter(person -> !everyone.contains(person))
                .forEach(everyone::add);
        return everyone.stream().map(DemoPerson::account).toList();
    }

    private static DemoPerson person(String name, String firstName, String lastName, String is) {
        var id = UUID.nameUUIDFromBytes(("demonstration " + name).getBytes(StandardCharsets.UTF_8));
        return new DemoPerson(id, name + "@demo.example", firstName, lastName, is);
    }
}
