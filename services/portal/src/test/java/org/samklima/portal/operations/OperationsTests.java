package org.samklima.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantEvent;
import org.samklima.schema.TestDatabase;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the operator's dashboard is fed with. How it leaves the portal is tried on the whole system. */
@PortalTest
class OperationsTests {

    @Autowired
    World world;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    QueueWatch queues;

    @Autowired
    BackupWatch backups;

    @Autowired
    Tally tally;

    record LampLit(UUID tenantId) implements TenantEvent {}

    @Test
    void beside_the_pages_there_is_health_and_nothing_else() throws Exception {
        web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        for (var path : new String[] {"/actuator/prometheus", "/actuator/metrics", "/actuator/env", "/actuator"}) {
            web.perform(get(path)).andExpect(status().is4xxClientError());
            web.perform(get(path).with(world.operatorBrowser())).andExpect(status().isNotFound());
        }
    }

    @Test
    void what_happened_is_counted_once_it_is_certain() {
        var ekby = world.municipality("Ekby");
        assertThatThrownBy(() -> world.in(ekby, () -> {
                    events.publishEvent(new LampLit(ekby.id()));
                    throw new IllegalStateException("the lamp fell");
                }))
                .hasMessage("the lamp fell");
        assertThat(litLamps()).isZero();

        world.in(ekby, () -> events.publishEvent(new LampLit(ekby.id())));

        assertThat(litLamps()).isOne();
    }

    private double litLamps() {
        return metrics.get("samklima.events").tag("event", "lamp_lit").counter().count();
    }

    @Test
    void a_job_that_nobody_takes_is_seen_with_its_age() {
        var task = "unheard-of-" + Ids.next();
        jdbc.sql(
                        "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)"
                                + " VALUES (?, 'one', now() - interval '1 hour', false, 3, 1)")
                .param(task)
                .update();
        try {
            queues.look();
            assertThat(job("waiting", task)).isOne();
            assertThat(job("oldest.due", task)).isBetween(3600.0, 3700.0);
            assertThat(job("failing", task)).isOne();
            assertThat(job("waiting", "tally")).isNotNegative();
        } finally {
            jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = ?")
                    .param(task)
                    .update();
        }
    }

    private double job(String what, String task) {
        return metrics.get("samklima.jobs." + what).tag("task", task).gauge().value();
    }

    @Test
    void an_event_that_nobody_has_handled_is_seen_with_its_age() {
        var id = Ids.next();
        jdbc.sql("INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                        + " VALUES (?, 'nobody', 'nothing', '{}', now() - interval '30 days')")
                .param(id)
                .update();
        try {
            queues.look();
            assertThat(metrics.get("samklima.event.publications.unhandled")
                            .gauge()
                            .value())
                    .isPositive();
            assertThat(metrics.get("samklima.event.publications.oldest").gauge().value())
                    .isGreaterThanOrEqualTo(30 * 24 * 3600);
        } finally {
            jdbc.sql("DELETE FROM event_publication WHERE id = ?").param(id).update();
        }
    }

    @Test
    void numbers_over_all_tenants_are_counted_inside_each() {
        tally.count();
        queues.look();
        var before = unsentMails();

        unsentMail(world.municipality("Ekby"));
        unsentMail(world.municipality("Alby"));
        tally.count();
        queues.look();

        assertThat(unsentMails() - before).isEqualTo(2);
        assertThat(metrics.get("samklima.reports")
                        .tag("state", "submitted")
                        .gauge()
                        .value())
                .isNotNegative();
        assertThat(metrics.get("samklima.tenants")
                        .tag("kind", "municipality")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(2);
        assertThat(metrics.get("samklima.tally.age").gauge().value()).isBetween(0.0, 60.0);
    }

    /** As a mail stays that its last try did not get rid of. */
    private void unsentMail(Tenant tenant) {
        world.in(
                tenant,
                () -> jdbc.sql("INSERT INTO outgoing_mail"
                                + " (tenant_id, id, occasion, recipient, subject, body, created_at)"
                                + " VALUES (?, ?, 'try', 'nobody@example.org', '', '', now())")
                        .params(tenant.id(), Ids.next())
                        .update());
    }

    private double unsentMails() {
        return metrics.get("samklima.mails.stored")
                .tag("state", "unsent")
                .gauge()
                .value();
    }

    @Test
    void the_age_of_the_newest_copy_is_known_from_what_the_script_noted() {
        var superuser = JdbcClient.create(TestDatabase.shared().superuser());
        try {
            superuser
                    .sql("COMMENT ON DATABASE postgres IS 'samklima backup 2026-11-20T01:00:00Z'")
                    .update();
            backups.look();
            var age = Duration.between(Instant.parse("2026-11-20T01:00:00Z"), Instant.now());
            assertThat(backup("age")).isCloseTo(age.toSeconds(), Offset.offset(60.0));

            superuser.sql("COMMENT ON DATABASE postgres IS 'something else'").update();
            backups.look();
            assertThat(backup("age")).as("nothing was noted").isNaN();
        } finally {
            superuser.sql("COMMENT ON DATABASE postgres IS NULL").update();
        }
    }

    private double backup(String what) {
        return metrics.get("samklima.backup." + what).gauge().value();
    }

    @Test
    void a_log_line_says_in_which_tenant_it_was_written() {
        var ekby = world.municipality("Ekby");
        assertThat(world.ask(ekby, () -> MDC.get("tenant"))).isEqualTo(ekby.id().toString());
        assertThat(MDC.get("tenant")).isNull();
    }

    @Test
    void what_stood_in_a_row_that_broke_a_rule_is_not_told() {
        var ekby = world.municipality("Ekby");
        assertThatThrownBy(() -> world.in(ekby, () -> {
                    for (int twice = 0; twice < 2; twice++) {
                        jdbc.sql("INSERT INTO tenant_user (tenant_id, person_id, name, email, roles, since)"
                                        + " VALUES (?, ?, ?, ?, '{MANAGER}', now())")
                                .params(ekby.id(), ekby.id(), "Hilda Hemlig", "hilda@example.org")
                                .update();
                    }
                }))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(failure -> assertThat(failure.getCause())
                        .hasMessageContaining("duplicate key")
                        .hasMessageNotContaining(ekby.id().toString()));
    }
}
