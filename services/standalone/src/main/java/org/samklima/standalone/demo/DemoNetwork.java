package org.samklima.standalone.demo;

import static java.util.Map.entry;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.InventedAnswers;
import org.samklima.standalone.client.MemberDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.client.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the invented network live two years and a half: two associations that share members, two rounds that were reported,
 * reviewed and published, and one that is open now. Everything goes through the portal's API, as the demonstration's own
 * people, while its clock is moved along.
 */
public final class DemoNetwork {

    private static final String RING = "klimatringen";
    private static final String LAKE = "sjonatverket";
    private static final String REGION = "region-mellansjo";
    private static final String HOME = "angsvik";
    private static final int SHARED_MEMBERS = 7;
    private static final String CONTACT = DemoPeople.STAFF.email();

    private final Portal portal;
    private final Consumer<String> say;
    private final Session operator;

    public DemoNetwork(Portal portal, Consumer<String> say) {
        this.portal = portal;
        this.say = say;
        this.operator = portal.as(DemoPeople.OPERATOR.login());
    }

    public void live() {
        var today = LocalDate.now(ZoneOffset.UTC);
        try {
            move(LocalDate.of(today.getYear() - 2, 1, 15));
            createTenants();
            peopleArrive();
            var ring = new AssociationDesk(portal.as(DemoPeople.STAFF.login()), RING);
            var lake = new AssociationDesk(portal.as(DemoPeople.STAFF.login()), LAKE);
            gatherMembers(ring, lake);
            var form = ring.importForm(form("climate-test"));
            yearOf(today.getYear() - 2, ring, form);
            var plan = planOf(today.getYear() - 1);
            yearOf(today.getYear() - 1, ring, form);
            plan.workedUntil(today);
            operator.delete("operator/clock");
            plan.communicatedUntil(today);
            openRound(today, ring, form);
            shortRound(today, lake);
        } finally {
            operator.delete("operator/clock");
        }
    }

    /** How far a system has come with it. */
    public enum Progress {
        NONE,
        INTERRUPTED,
        LIVED
    }

    /** Looks whether its first tenant and its last round are there. */
    public Progress progress() {
        if (operator.get("operator/tenants?q=" + HOME).isEmpty()) {
            return Progress.NONE;
        }
        try {
            var rounds = portal.as(DemoPeople.STAFF.login()).get(LAKE + "/rounds");
            return rounds.isEmpty() ? Progress.INTERRUPTED : Progress.LIVED;
        } catch (Portal.RefusedException notThereYet) {
            return Progress.INTERRUPTED;
        }
    }

    private void move(LocalDate day) {
        operator.put(
                "operator/clock",
                Map.of(
                        "now",
                        Instant.from(day.atTime(LocalTime.of(9, 0)).atOffset(ZoneOffset.UTC))
                                .toString()));
    }

    private void createTenants() {
        say.accept("  sixteen municipalities, a region and two associations");
        operator.upload(
                "operator/tenant-imports?dryRun=false",
                "municipalities.csv",
                DemoFigures.tenants(),
                Map.of("mapping", json(Map.of("country", "SE"))));
        tenant("REGION", "Region Mellansjö", REGION, "#3b5b8c", DemoPeople.COORDINATOR);
        tenant("ASSOCIATION", "Klimatringen", RING, "#0b5d4b", DemoPeople.ASSOCIATION_MANAGER);
        tenant("ASSOCIATION", "Sjönätverket", LAKE, "#1f5f8b", DemoPeople.STAFF);
    }

    private void tenant(String kind, String name, String slug, String colour, DemoPeople.DemoPerson manager) {
        operator.post(
                "operator/tenants",
                Map.ofEntries(
                        entry("kind", kind),
                        entry("name", name),
                        entry("slug", slug),
                        entry("country", "SE"),
                        entry("languages", List.of("sv", "da", "de", "en")),
                        entry("timeZone", "Europe/Stockholm"),
                        entry("accentColour", colour),
                        entry("managerEmail", manager.email())));
    }

    /** Everyone takes up their invitation by arriving; managers give themselves and others the roles they work in. */
    private void peopleArrive() {
        for (var municipality : InventedMunicipality.all()) {
            arriveAsCoordinator(DemoPeople.coordinatorOf(municipality), municipality.slug());
        }
        arriveAsCoordinator(DemoPeople.COORDINATOR, REGION);
        invite(DemoPeople.COORDINATOR, HOME, DemoPeople.CONTRIBUTOR, "CONTRIBUTOR");
        invite(DemoPeople.COORDINATOR, HOME, DemoPeople.DECISION_MAKER, "DECISION_MAKER");
        work(DemoPeople.ASSOCIATION_MANAGER, RING, "MANAGER");
        invite(DemoPeople.ASSOCIATION_MANAGER, RING, DemoPeople.STAFF, "STAFF");
        invite(DemoPeople.ASSOCIATION_MANAGER, RING, DemoPeople.BOARD, "BOARD");
        work(DemoPeople.STAFF, LAKE, "MANAGER", "STAFF");
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

    private void gatherMembers(AssociationDesk ring, AssociationDesk lake) {
        say.accept("  members");
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
        portal.as(DemoPeople.STAFF.login()).post(RING + "/members", Map.of("slug", REGION));
    }

    /** Inhabitants are known soon after the year, emissions a year later. */
    private void importStatistics(AssociationDesk ring, int through) {
        figures(ring, "population", "Påhittat befolkningsregister", DemoFigures.population(through), through);
        figures(ring, "ghg-total", "Påhittad utsläppsdatabas", DemoFigures.totals(through - 1), through - 1);
        figures(ring, "ghg-sector", "Påhittad utsläppsdatabas", DemoFigures.sectors(through - 1), through - 1);
    }

    private static void figures(AssociationDesk desk, String indicator, String source, byte[] file, int through) {
        desk.importFigures(
                indicator + ".csv",
                file,
                Map.of("indicator", indicator, "source", DemoFigures.source(source, through)));
    }

    /** A year that is over: reported in spring, returned once, accepted, published in June. */
    private void yearOf(int year, AssociationDesk ring, String form) {
        say.accept("  the round of " + year);
        move(LocalDate.of(year + 1, 2, 1));
        importStatistics(ring, year);
        var round = ring.openRound(
                form,
                "Klimattestet " + year,
                year,
                LocalDate.of(year + 1, 2, 1),
                LocalDate.of(year + 1, 4, 30),
                CONTACT);
        int number = 0;
        for (var municipality : InventedMunicipality.all()) {
            if (number < 12 + year % 2 + 1) {
                move(LocalDate.of(year + 1, 3, 1).plusDays(number * 4L));
                report(municipality, round, year);
            }
            number++;
        }
        move(LocalDate.of(year + 1, 5, 10));
        ring.board(round).stream()
                .filter(line -> line.path("version").asInt() > 0)
                .forEach(line -> ring.accept(round, line));
        move(LocalDate.of(year + 1, 6, 12));
        ring.closeRound(round);
        ring.publish(round, edition(year), 5);
    }

    private void report(InventedMunicipality municipality, UUID round, int year) {
        var desk =
                new MemberDesk(portal.as(DemoPeople.coordinatorOf(municipality).login()), municipality.slug());
        var report = desk.report(round);
        desk.answer(report, answers(municipality, report, year));
        desk.submit(report);
    }

    private static Map<String, Map<String, Object>> answers(
            InventedMunicipality municipality, JsonNode report, int year) {
        var ambition = 0.35 + municipality.falling() * 20 + (year % 10) * 0.02;
        return new InventedAnswers(municipality.code().hashCode() + year, ambition, year).to(report.path("form"));
    }

    /** One of the municipalities keeps its climate work here all year. */
    private DemoPlan planOf(int first) {
        say.accept("  a municipality's own climate work");
        var plan = new DemoPlan(
                portal.as(DemoPeople.COORDINATOR.login()),
                portal.as(DemoPeople.CONTRIBUTOR.login()),
                HOME,
                this::move,
                first);
        plan.begin();
        plan.adopted();
        plan.workedUntil(LocalDate.of(first, 12, 31));
        return plan;
    }

    private static Map<String, Object> edition(int year) {
        return Map.of(
                "title",
                words("Klimatläget " + year, "Klimastatus " + year, "Klimalage " + year, "The climate review " + year),
                "introduction",
                words(
                        "Så långt har Klimatringens medlemmar kommit. Allt bygger på det som kommunerna själva har rapporterat och på officiell statistik.",
                        "Så langt er Klimatringens medlemmer nået. Alt bygger på det, som kommunerne selv har indberettet, og på officiel statistik.",
                        "So weit sind die Mitglieder von Klimatringen. Alles beruht auf den Angaben der Kommunen und auf amtlicher Statistik.",
                        "How far the members of Klimatringen have come. Everything rests on what the municipalities reported and on official statistics."));
    }

    private static Map<String, String> words(String sv, String da, String de, String en) {
        return Map.of("sv", sv, "da", da, "de", de, "en", en);
    }

    /** This year's round is open: some have submitted, one has it back, some have begun, some have not. */
    private void openRound(LocalDate today, AssociationDesk ring, String form) {
        say.accept("  the open round");
        importStatistics(ring, today.getYear() - 1);
        var round = ring.openRound(
                form, "Klimattestet " + today.getYear(), today.getYear(), today, today.plusDays(24), CONTACT);
        var municipalities = InventedMunicipality.all();
        municipalities.subList(1, 6).forEach(municipality -> report(municipality, round, today.getYear()));
        ring.board(round).stream()
                .filter(line -> line.path("version").asInt() > 0)
                .limit(3)
                .forEach(line -> ring.accept(round, line));
        ring.board(round).stream()
                .filter(line -> line.path("state").asString().equals("SUBMITTED"))
                .findFirst()
                .ifPresent(line -> ring.giveBack(round, line, "Titta gärna en gång till på transporterna.", Map.of()));
        for (var municipality : municipalities.subList(6, 9)) {
            var desk = new MemberDesk(
                    portal.as(DemoPeople.coordinatorOf(municipality).login()), municipality.slug());
            var report = desk.report(round);
            var some = answers(municipality, report, today.getYear());
            some.keySet().removeIf(code -> code.hashCode() % 2 == 0);
            desk.answer(report, some);
        }
    }

    /** The smaller network asks less. */
    private void shortRound(LocalDate today, AssociationDesk lake) {
        lake.openRound(
                lake.importForm(form("quick-check")),
                "Snabbkollen " + today.getYear(),
                today.getYear(),
                today,
                today.plusDays(40),
                CONTACT);
    }

    private static JsonNode form(String name) {
        try (var file = DemoNetwork.class.getResourceAsStream("/forms/" + name + ".json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file, name));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String json(Map<String, Object> value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
