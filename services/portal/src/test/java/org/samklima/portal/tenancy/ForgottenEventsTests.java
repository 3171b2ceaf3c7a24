package org.samklima.portal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.network.MemberAdded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ForgottenEventsTests {

    private static final String OF_THIS_TENANT = " WHERE serialized_event LIKE '%' || ? || '%'";

    @Autowired
    World world;

    @Autowired
    TenantEvents forgotten;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    Tenant network;

    @BeforeEach
    void somethingHappens() {
        network = world.association("Glömskan");
        var town = world.municipality("Glömsta");
        world.membership(network, town);
        world.in(network, () -> events.publishEvent(new MemberAdded(network.id(), town.id())));
        await().until(() -> waiting() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHED", "PROCESSING", "RESUBMITTED", "FAILED"})
    void what_somebody_died_over_is_handled_by_whoever_is_alive(String died) {
        jdbc.sql("UPDATE event_publication SET completion_date = NULL, status = ?,"
                        + " publication_date = publication_date - interval '10 minutes',"
                        + " last_resubmission_date = last_resubmission_date - interval '10 minutes'" + OF_THIS_TENANT)
                .params(died, network.id().toString())
                .update();
        assertThat(waiting()).isPositive();

        forgotten.tryAgain();

        await().until(() -> waiting() == 0);
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM event_publication" + OF_THIS_TENANT + " AND completion_date IS NULL")
                .param(network.id().toString())
                .query(Integer.class)
                .single();
    }
}
