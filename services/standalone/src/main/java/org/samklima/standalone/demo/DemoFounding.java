package org.samklima.standalone.demo;

import static org.samklima.standalone.demo.DemoNetwork.words;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.OperatorDesk;
import org.samklima.standalone.client.Portal;

/** How the invented network begins: its tenants, the people in them, and who is whose member. */
final class DemoFounding {

    private static final String REGION = "region-mellansjo";
    private static final int SHARED_MEMBERS = 7;

    private final Portal portal;
    private final Consumer<String> say;
    private final OperatorDesk operator;

    DemoFounding(Portal portal, Consumer<String> say) {
        this.portal = portal;
        this.say = say;
        this.operator = new OperatorDesk(portal.as(DemoPeople.OPERATOR.login()));
    }

    void found() {
        createTenants();
        peopleArrive();
        gatherMembers();
    }

    private void createTenants() {
        say.accept("  sixteen municipalities, a region and two associations");
        operator.importMunicipalities(DemoFigures.tenants());
        tenant("REGION", "Region Mellansjö", REGION, "#3b5b8c", DemoPeople.COORDINATOR);
        tenant("ASSOCIATION", "Klimatringen", DemoNetwork.RING, "#0b5d4b", DemoPeople.ASSOCIATION_MANAGER);
        tenant("ASSOCIATION", "Sjönätverket", DemoNetwork.LAKE, "#1f5f8b", DemoPeople.STAFF);
    }

    private void tenant(String kind, String name, String slug, String colour, DemoPeople.DemoPerson manager) {
        operator.add(kind, name, slug, manager.email(), Map.of("timeZone", "Europe/Stockholm", "accentColour", colour));
    }

    /** Everyone takes up their invitation by arriving; managers give themselves and others the roles they work in. */
    private void peopleArrive() {
        for (var municipality : InventedMunicipality.all()) {
            arriveAsCoordinator(DemoPeople.coordinatorOf(municipality), municipality.slug());
        }
        arriveAsCoordinator(DemoPeople.COORDINATOR, REGION);
        invite(DemoPeople.COORDINATOR, DemoNetwork.HOME, DemoPeople.CONTRIBUTOR, "CONTRIBUTOR");
        invite(DemoPeople.COORDINATOR, DemoNetwork.HOME, DemoPeople.DECISION_MAKER, "DECISION_MAKER");
        work(DemoPeople.ASSOCIATION_MANAGER, DemoNetwork.RING, "MANAGER");
        invite(DemoPeople.ASSOCIATION_MANAGER, DemoNetwork.RING, DemoPeople.STAFF, "STAFF");
        invite(DemoPeople.ASSOCIATION_MANAGER, DemoNetwork.RING, DemoPeople.BOARD, "BOARD");
        work(DemoPeople.STAFF, DemoNetwork.LAKE, "MANAGER", "STAFF");
    }

    private void arriveAsCoordinator(DemoPeople.DemoPerson person, String slug) {
        work(person, slug, "MANAGER", "COORDINATOR");
    }

    private void work(DemoPeople.DemoPerson manager, String slug, String... roles) {
        portal.as(manager.login()).put(slug + "/people/" + manager.id() + "/roles", Map.of("roles", List.of(roles)));
    }

    private void invite(DemoPeople.DemoPerson manager, String slug, DemoPeople.DemoPerson person, String role) {
        portal.as(manager.login()).post(slug + "/invitations", Map.of("email", person.email(), "roles", List.of(role)));
        portal.as(person.login()).get(slug + "/indicators");
    }

    private void gatherMembers() {
        say.accept("  members");
        var staff = portal.as(DemoPeople.STAFF.login());
        var ring = new AssociationDesk(staff, DemoNetwork.RING);
        var lake = new AssociationDesk(staff, DemoNetwork.LAKE);
        for (var desk : List.of(ring, lake)) {
            desk.peerGroup(
                    "large", words("Större kommuner", "Større kommuner", "Größere Kommunen", "Larger municipalities"));
            desk.peerGroup(
                    "middle",
                    words(
                            "Mellanstora kommuner",
                            "Mellemstore kommuner",
                            "Mittlere Kommunen",
                            "Middle-sized municipalities"));
            desk.peerGroup(
                    "small",
                    words("Mindre kommuner", "Mindre kommuner", "Kleinere Kommunen", "Smaller municipalities"));
        }
        ring.importMembers(
                "members.csv", DemoFigures.members(InventedMunicipality.all().size()));
        lake.importMembers("members.csv", DemoFigures.members(SHARED_MEMBERS));
        staff.post(DemoNetwork.RING + "/members", Map.of("slug", REGION));
    }
}
