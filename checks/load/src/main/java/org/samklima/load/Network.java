package org.samklima.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.InventedAnswers;
import org.samklima.standalone.client.MemberDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.demo.DemoPeople;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An association of many members, founded over the portal's API as any other, with official figures and a published edition of
 * last year. It is kept for the next run.
 */
final class Network {

    static final String SLUG = "deadline-network";

    private static final String STAFF = "staff@load.example";
    private static final Portal.Login OPERATOR = new Portal.Login("operator@demo.example", DemoPeople.PASSWORD);
    private static final int AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LoadSettings settings;
    private final RunningSystem system;
    private final Portal portal;
    private final AssociationDesk desk;

    Network(LoadSettings settings, RunningSystem system) {
        this.settings = settings;
        this.system = system;
        this.portal = system.portal();
        this.desk = new AssociationDesk(portal.as(staff()), SLUG);
    }

    /** A municipality and its coordinator. */
    private record Town(int number) {

        String code() {
            return "99%04d".formatted(number);
        }

        String name() {
            return "Ort %04d".formatted(number);
        }

        String slug() {
            return "ort-%04d".formatted(number);
        }

        Portal.Login coordinator() {
            return new Portal.Login("coordinator.%04d@load.example".formatted(number), DemoPeople.PASSWORD);
        }
    }

    static Portal.Login staff() {
        return new Portal.Login(STAFF, DemoPeople.PASSWORD);
    }

    private List<Town> towns() {
        return IntStream.rangeClosed(1, settings.members()).mapToObj(Town::new).toList();
    }

    /** Unless an earlier run did. */
    void found() throws Exception {
        once("accounts", () -> system.accounts().makeAll(accounts()));
        once("tenants", this::tenants);
        once("coordinators", () -> {
            takeUp(staff(), SLUG, "MANAGER", "STAFF");
            eachTown(towns(), town -> takeUp(town.coordinator(), town.slug(), "MANAGER", "COORDINATOR"));
        });
        once("members and figures", this::members);
        once("reports of last year", this::lastYear);
    }

    /** A part of the founding. */
    @FunctionalInterface
    private interface Part {

        void make() throws Exception;
    }

    /** What an earlier run has done, even if it came no further, stays. */
    private void once(String name, Part part) throws Exception {
        var done = settings.data()
                .resolve("founded-%d-%d-%s".formatted(settings.members(), settings.reported(), name.replace(' ', '-')));
        if (!Files.exists(done)) {
            part.make();
            Files.createFile(done);
            say("founded: " + name);
        }
    }

    private String accounts() {
        var users = Stream.concat(Stream.of(staff()), towns().stream().map(Town::coordinator))
                .map(login -> Map.of(
                        "username",
                        login.user(),
                        "email",
                        login.user(),
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Kaj",
                        "lastName",
                        "Klimat",
                        "credentials",
                        List.of(Map.of("type", "password", "value", login.password()))))
                .toList();
        return JsonMapper.shared().writeValueAsString(Map.of("realm", "samklima", "users", users));
    }

    private void tenants() {
        var operator = portal.as(OPERATOR);
        operator.upload(
                "operator/tenant-imports?dryRun=false",
                "municipalities.csv",
                lines("code,name,email", town -> town.coordinator().user()),
                Map.of("mapping", "{\"country\": \"SE\"}"));
        operator.post(
                "operator/tenants",
                Map.of(
                        "kind",
                        "ASSOCIATION",
                        "name",
                        "Deadline network",
                        "slug",
                        SLUG,
                        "country",
                        "SE",
                        "languages",
                        List.of("sv", "da", "de", "en"),
                        "managerEmail",
                        STAFF));
    }

    /** Arriving accepts the invitation; a manager then adds the role to work in. */
    private void takeUp(Portal.Login login, String slug, String... roles) {
        var session = portal.as(login);
        for (var person : session.get(slug + "/people")) {
            if (person.path("email").asString().equals(login.user())) {
                session.put(
                        slug + "/people/" + person.path("id").asString() + "/roles", Map.of("roles", List.of(roles)));
            }
        }
    }

    private void members() {
        desk.peerGroup("all", Map.of("sv", "Alla", "en", "All"));
        desk.importMembers("members.csv", lines("code,name,peer_group", _ -> "all"));
        int through = year() - 1;
        figures("population", "code,year,inhabitants", through);
        figures("ghg-total", "code,year,tonnes_co2e", through);
    }

    private void figures(String indicator, String headings, int through) {
        var csv = new StringBuilder(headings).append('\n');
        for (var town : towns()) {
            for (int year = through - 9; year <= through; year++) {
                csv.append("%s,%d,%d%n".formatted(town.code(), year, 10_000 + 37 * town.number() + year));
            }
        }
        desk.importFigures(
                indicator + ".csv",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("indicator", indicator, "source", Map.of("name", "Invented", "version", "1")));
    }

    private void lastYear() throws Exception {
        var code = desk.importForm(form());
        var today = today();
        var round = desk.round(year() - 1)
                .orElseGet(() ->
                        desk.openRound(code, "Last year", year() - 1, today.plusDays(1), today.plusDays(30), STAFF));
        eachTown(towns().subList(0, Math.min(settings.reported(), settings.members())), town -> {
            var member = new MemberDesk(portal.as(town.coordinator()), town.slug());
            var report = member.report(round);
            if (!report.path("state").asString().equals("DRAFT")) {
                return;
            }
            member.answer(report, new InventedAnswers(town.number(), 0.6, year() - 1).to(report.path("form")));
            member.submit(report);
        });
        desk.board(round).stream()
                .filter(line -> line.path("state").asString().equals("SUBMITTED"))
                .forEach(line -> desk.accept(round, line));
        desk.closeRound(round);
        publish(round, "Last year");
    }

    /** A new edition of last year's round, or the first. */
    void publish(UUID round, String title) {
        desk.publish(
                round,
                Map.of(
                        "title", Map.of("sv", title, "en", title),
                        "introduction", Map.of("sv", "Alla medlemmar i siffror.", "en", "All members in figures.")),
                5);
    }

    UUID lastYearsRound() {
        return desk.round(year() - 1).orElseThrow();
    }

    /** Opens a round that nobody has reported to yet, and waits until each member has its report. */
    Evening.Cast openRound() throws Exception {
        int year = nextYear();
        var code = form().path("code").asString();
        var opened = System.nanoTime();
        // A round whose day has come opens by itself, perhaps just before it is opened here.
        var round = desk.openRound(code, "Evening " + year, year, today().plusDays(1), today().plusDays(2), STAFF);
        var participants = participants(round, year);
        while (participants.size() < settings.members()) {
            if (System.nanoTime() - opened > PATIENCE.toNanos()) {
                throw new IllegalStateException("Only " + participants.size() + " reports appeared");
            }
            Thread.sleep(200);
            participants = participants(round, year);
        }
        var took = Duration.ofNanos(System.nanoTime() - opened);
        say("round opened; %d reports after %.1f s".formatted(participants.size(), took.toMillis() / 1e3));
        return new Evening.Cast(round, participants, took);
    }

    private int nextYear() throws SQLException {
        try (var connection = system.superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT max(year) + 1 FROM round")) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<Participant> participants(UUID round, int year) throws SQLException, IOException {
        var form = form();
        var participants = new ArrayList<Participant>();
        try (var connection = system.superuser().getConnection();
                var statement = connection.prepareStatement(
                        "SELECT t.id, t.slug, r.id, u.email FROM report r JOIN tenant t ON t.id = r.tenant_id"
                                + " JOIN tenant_user u ON u.tenant_id = t.id WHERE r.round_id = ? ORDER BY t.slug")) {
            statement.setObject(1, round);
            var rows = statement.executeQuery();
            while (rows.next()) {
                var slug = rows.getString(2);
                participants.add(new Participant(
                        rows.getObject(1, UUID.class),
                        slug,
                        rows.getString(4),
                        rows.getObject(3, UUID.class),
                        TypedAnswers.of(form, slug.hashCode() + year, year)));
            }
        }
        return participants;
    }

    private byte[] lines(String headings, Function<Town, String> last) {
        var csv = new StringBuilder(headings).append('\n');
        towns().forEach(town -> csv.append("%s,%s,%s\n".formatted(town.code(), town.name(), last.apply(town))));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void eachTown(List<Town> towns, Consumer<Town> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = towns.stream()
                    .<Callable<Boolean>>map(town -> () -> {
                        work.accept(town);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }

    private static JsonNode form() throws IOException {
        try (var file = Network.class.getResourceAsStream("/forms/climate-test.json")) {
            return JsonMapper.shared().readTree(file);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static int year() {
        return today().getYear();
    }

    static void say(String line) {
        System.out.printf(Locale.ROOT, "%tT  %s%n", System.currentTimeMillis(), line);
    }
}
