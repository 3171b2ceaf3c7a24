package org.samklima.overview.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.samklima.overview.OverviewTest;
import org.samklima.overview.Visitor;
import org.samklima.overview.invented.InventedNetwork;
import org.samklima.overview.invented.InventedShelf;
import org.samklima.published.Edition;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverviewTest
class ShelfTests {

    @Autowired
    private Publications publications;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Autowired
    ShelfHealth health;

    @Test
    void a_new_edition_is_seen() {
        var network = network("ny-utgava");
        InventedShelf.publish(network.profile(), 1);
        look();
        assertThat(get("/sv/ny-utgava")).contains("Inget publicerat ännu");

        InventedShelf.publish(network.edition(2025, 1));
        look();

        assertThat(get("/sv/ny-utgava")).contains("Klimatåret 2025");
    }

    @Test
    void a_correction_takes_the_place_of_the_version_before_which_stays_readable() {
        var network = network("rattelse");
        InventedShelf.publish(network.edition(2025, 1));
        look();
        assertThat(get("/sv/rattelse")).doesNotContain("Rättad: version 2");

        InventedShelf.publish(network.edition(2025, 2));
        look();

        assertThat(get("/sv/rattelse")).contains("Rättad: version 2");
        assertThat(get("/sv/rattelse/2025")).contains("Rättad: version 2");
        assertThat(get("/sv/rattelse/2025.1")).contains("Det finns en nyare utgåva");
        assertThat(get("/sv/rattelse/method")).contains("En medlems svar om resor har rättats.");
    }

    @Test
    void a_withdrawn_edition_vanishes() {
        var network = network("dras-tillbaka");
        InventedShelf.publish(network.edition(2024, 1));
        InventedShelf.publish(network.edition(2025, 1));
        look();
        assertThat(get("/sv/dras-tillbaka")).contains("Klimatåret 2025");

        InventedShelf.withdraw(network.id(), 2025, 1);
        look();

        assertThat(get("/sv/dras-tillbaka")).contains("Klimatåret 2024").doesNotContain("Klimatåret 2025");
        assertThat(new Visitor(port).get("/sv/dras-tillbaka/2025").statusCode()).isEqualTo(404);
    }

    @Test
    void a_document_that_cannot_be_read_is_left_out_and_the_others_are_shown() {
        var network = network("trasig");
        InventedShelf.publish(network.edition(2024, 1));
        InventedShelf.publish(network.id(), Edition.KIND, "2025", 1, "{\"year\": \"soon\"}");
        look();

        assertThat(get("/sv/trasig")).contains("Klimatåret 2024");
    }

    @Test
    void an_edition_of_a_newer_portal_is_left_out_rather_than_half_understood() {
        var network = network("framtid");
        InventedShelf.publish(network.edition(2024, 1));
        InventedShelf.publish(
                network.id(),
                Edition.KIND,
                "2025",
                1,
                InventedShelf.json(network.edition(2025, 1)).replaceFirst("\"format\":1", "\"format\":2"));
        look();

        assertThat(get("/sv/framtid")).contains("Klimatåret 2024");
        assertThat(publications
                        .shelf()
                        .orElseThrow()
                        .network("framtid")
                        .orElseThrow()
                        .editions())
                .hasSize(1);
    }

    @Test
    void what_did_not_change_is_not_made_anew() {
        InventedShelf.publish(network("granne").edition(2025, 1));
        look();
        Network before = publications.shelf().orElseThrow().network("granne").orElseThrow();

        InventedShelf.publish(network("annan").edition(2025, 1));
        look();

        assertThat(publications.shelf().orElseThrow().network("annan")).isPresent();
        assertThat(publications.shelf().orElseThrow().network("granne")).containsSame(before);
    }

    @Test
    void pages_stay_while_the_database_is_away_also_those_nobody_has_asked_for_yet() {
        InventedShelf.publish(network("kvar").edition(2025, 1));
        look();

        whileTheDatabaseIsAway(() -> {
            look();

            assertThat(get("/da/kvar/members")).contains("Alle medlemmer");
            assertThat(get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
            assertThat(health.health().getDetails()).containsEntry("databaseAway", true);
        });
        look();

        assertThat(health.health().getDetails()).containsEntry("databaseAway", false);
    }

    @Test
    void health_beside_the_pages_tells_strangers_one_word() {
        assertThat(get("/actuator/health"))
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details", "Seen");
        assertThat(get("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/liveness")).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void the_application_can_read_nothing_but_what_is_published() {
        assertThatThrownBy(() ->
                        database.sql("SELECT * FROM samklima.tenant").query().listOfRows())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.sql("DELETE FROM published.document").update())
                .isInstanceOf(DataAccessException.class);
    }

    private void whileTheDatabaseIsAway(Runnable then) {
        var superuser = JdbcClient.create(TestDatabase.shared().superuser());
        superuser.sql("ALTER ROLE overview NOLOGIN").update();
        try {
            superuser
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'overview'")
                    .query()
                    .listOfRows();
            then.run();
        } finally {
            superuser.sql("ALTER ROLE overview LOGIN").update();
        }
    }

    private static InventedNetwork network(String slug) {
        return InventedNetwork.named(slug);
    }

    private void look() {
        Looking.now(publications);
    }

    private String get(String path) {
        return new Visitor(port).get(path).body();
    }
}
