package org.samklima.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.InventedAnswers;
import org.samklima.standalone.client.KeycloakAccounts;
import org.samklima.standalone.client.MemberDesk;
import org.samklima.standalone.client.OperatorDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.client.ShippedForm;
import org.samklima.standalone.demo.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * An association's first round on real figures, from an empty list of members to a published overview, over the API of a
 * running system: what docs/first-network.md tells step by step. Safe to repeat: what is there already stays.
 */
final class FirstNetwork {

    private static final String NETWORK = "first-network";
    private static final String STAFF = "secretariat@first-network.example";
    private static final int REPORTING = 44;
    private static final long SEED = 20_260_101;

    /** code,name,county_code,county,population_2025,skr_peer_group */
    private static final Pattern LINE = Pattern.compile("(\\w+),([^,]+),.*,([\\w-]+)");

    private final Settings settings;
    private final Portal portal;
    private final KeycloakAccounts accounts;
    private final OperatorDesk operator;
    private final Progress progress = new Progress();

    private FirstNetwork(Settings settings) throws IOException {
        this.settings = settings;
        this.portal = new Portal(settings.portal(), settings.issuer());
        this.accounts = new KeycloakAccounts(
                URI.create("http://localhost:" + settings.keycloakPort()),
                Secrets.in(settings.data()).of("keycloak-administrator"));
        this.operator = new OperatorDesk(portal.as(new Portal.Login("operator@demo.example", DemoPeople.PASSWORD)));
    }

    /** A municipality of the list, and who reports for it. */
    private record Municipality(String code, String name, String peerGroup) {

        Portal.Login coordinator() {
            return login("coordinator." + code + "@first-network.example");
        }
    }

    static void main(String[] args) throws Exception {
        new FirstNetwork(Settings.fromSystemProperties()).run(file("members"), file("totals"), file("sectors"));
    }

    private void run(Path members, Path totals, Path sectors) throws Exception {
        var municipalities = read(members);
        progress.step("the operator creates " + municipalities.size() + " municipalities", () -> tenants(members));
        progress.step("the operator creates the association", this::association);
        var staff = portal.as(login(STAFF));
        var desk = new AssociationDesk(staff, NETWORK);
        municipalities.stream()
                .map(Municipality::peerGroup)
                .distinct()
                .forEach(group -> desk.peerGroup(group, Map.of("sv", "Kommungrupp " + group, "en", "Group " + group)));
        progress.step(
                "the secretariat makes them members",
                () -> desk.importMembers("members.csv", Files.readAllBytes(members)));
        figures(desk, "population", members);
        figures(desk, "ghg-total", totals);
        figures(desk, "ghg-sector", sectors);
        round(desk, municipalities);
    }

    private JsonNode tenants(Path members) throws IOException, InterruptedException {
        var list = new StringBuilder("code,name,email\n");
        for (var municipality : read(members)) {
            list.append("%s,%s,%s\n"
                    .formatted(
                            municipality.code(),
                            municipality.name(),
                            municipality.coordinator().user()));
        }
        return operator.importMunicipalities(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private boolean association() throws IOException, InterruptedException {
        accounts.make(login(STAFF), "Sam", "Secretariat");
        if (operator.find(NETWORK).isEmpty()) {
            operator.add("ASSOCIATION", "First network", NETWORK, STAFF, Map.of());
        }
        portal.as(login(STAFF)).takeUp(NETWORK, "MANAGER", "STAFF");
        return true;
    }

    private void figures(AssociationDesk desk, String indicator, Path file) throws Exception {
        Map<String, Object> mapping = Map.of(
                "indicator",
                indicator,
                "source",
                Map.of("name", file.getFileName().toString(), "version", "as handed out"));
        var job = progress.step(
                "official figures: " + indicator,
                () -> desk.importFigures(file.getFileName().toString(), Files.readAllBytes(file), mapping));
        progress.say("    " + job.path("counts"));
    }

    private void round(AssociationDesk desk, List<Municipality> municipalities) throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        var form = desk.importForm(ShippedForm.read(ShippedForm.CLIMATE_TEST));
        var round = progress.step(
                "a round is opened",
                () -> desk.round(today.getYear())
                        .orElseGet(() -> desk.openRound(
                                form, "Climate test", today.getYear(), today, today.plusDays(30), STAFF)));
        for (int i = 0; i < REPORTING; i++) {
            var municipality = municipalities.get(i * municipalities.size() / REPORTING);
            report(municipality, round, today.getYear());
        }
        progress.step("the secretariat accepts", () -> {
            desk.board(round).stream()
                    .filter(line -> line.path("state").asString().equals("SUBMITTED"))
                    .forEach(line -> desk.accept(round, line));
            return true;
        });
        desk.closeRound(round);
        progress.step(
                "the edition is published",
                () -> desk.publish(
                        round,
                        Map.of(
                                "title", Map.of("sv", "Klimatläget", "en", "The climate review"),
                                "introduction",
                                        Map.of("sv", "Alla medlemmar i siffror.", "en", "All members in figures.")),
                        5));
        progress.say("published at " + settings.overview() + "/sv/" + NETWORK);
    }

    private void report(Municipality municipality, UUID round, int year) throws Exception {
        accounts.make(municipality.coordinator(), "Kaj", municipality.name());
        progress.step(municipality.name() + " reports", () -> {
            var slug = slug(municipality);
            portal.as(municipality.coordinator()).takeUp(slug, "MANAGER", "COORDINATOR");
            var desk = new MemberDesk(portal.as(municipality.coordinator()), slug);
            var report = desk.report(round);
            if (!report.path("state").asString().equals("DRAFT")) {
                return report;
            }
            var seed = SEED + municipality.code().hashCode();
            desk.answer(
                    report,
                    new InventedAnswers(seed, 0.3 + Math.floorMod(seed, 60) / 100.0, year).to(report.path("form")));
            return desk.submit(report);
        });
    }

    private String slug(Municipality municipality) {
        return operator.find(municipality.code())
                .valueStream()
                .filter(tenant -> tenant.path("officialCode").asString("").equals(municipality.code()))
                .map(tenant -> tenant.path("slug").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Portal.Login login(String user) {
        return new Portal.Login(user, DemoPeople.PASSWORD);
    }

    private static List<Municipality> read(Path members) throws IOException {
        var municipalities = new ArrayList<Municipality>();
        for (var line : Files.readAllLines(members).stream().skip(1).toList()) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                municipalities.add(new Municipality(found.group(1), found.group(2), found.group(3)));
            }
        }
        return municipalities;
    }

    private static Path file(String property) {
        var name = System.getProperty(property, "");
        if (name.isBlank() || !Files.isReadable(Path.of(name))) {
            throw new CannotStart("-D" + property + "=… must name a file: see docs/first-network.md.");
        }
        return Path.of(name);
    }
}
