package org.samklima.load;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.client.ShippedForm;
import org.samklima.standalone.demo.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * An association of many members, founded over the portal's API as any other, with official figures and a published edition of
 * last year. It is kept for the next run.
 */
final class Network {

    static final String SLUG = "deadline-network";

    private static final String STAFF = "staff@load.example";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LoadSettings settings;
    private final RunningSystem system;
    private final AssociationDesk desk;

    Network(LoadSettings settings, RunningSystem system) {
        this.settings = settings;
        this.system = system;
        this.desk = new AssociationDesk(system.portal().as(staff()), SLUG);
    }

    /** Unless an earlier run did. */
    void found() throws Exception {
        new Founding(settings, system, this).found();
    }

    AssociationDesk desk() {
        return desk;
    }

    static Portal.Login staff() {
        return new Portal.Login(STAFF, DemoPeople.PASSWORD);
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
        var participants = await("a report for each member")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> participants(round, year), all -> all.size() >= settings.members());
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

    private List<Participant> participants(UUID round, int year) throws SQLException {
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

    static JsonNode form() {
        return ShippedForm.read(ShippedForm.CLIMATE_TEST);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static int year() {
        return today().getYear();
    }

    static void say(String line) {
        System.out.printf(Locale.ROOT, "%tT  %s%n", System.currentTimeMillis(), line);
    }
}
