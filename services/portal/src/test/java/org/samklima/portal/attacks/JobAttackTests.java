package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.reporting.ReportAwaited;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs and events that name one tenant and carry another one's ids: they run, and find nothing. */
@PortalTest
class JobAttackTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    ApplicationContext beans;

    @Autowired
    ApplicationEventPublisher events;

    Tenant victim;
    Tenant own;
    World.Person person;

    @BeforeEach
    void two_tenants() {
        victim = world.municipality("Offerby");
        own = world.municipality("Egenby");
        person = world.person("Vera Victim", victim, Role.MANAGER);
    }

    @Test
    void a_mail_job_does_not_send_another_tenants_mail() {
        var mail = Ids.next();
        world.in(
                victim,
                () -> jdbc.sql(
                                "INSERT INTO outgoing_mail (tenant_id, id, occasion, recipient, subject, body, created_at)"
                                        + " VALUES (?, ?, 'attack', ?, 'Subject', 'Body', now())")
                        .params(victim.id(), mail, person.email())
                        .update());
        var before = SampleRows.fingerprint(victim.id());
        var job = new TaskInstance<Void>("send-mail", own.id() + "/" + mail);

        scheduler.scheduleIfNotExists(job, Instant.EPOCH);

        await().until(() -> !waits(job.getId()));
        assertThat(SampleRows.fingerprint(victim.id())).isEqualTo(before);
    }

    @Test
    void an_event_does_not_reach_another_tenants_things() {
        var reporting = new ReportingScene(world, beans);
        var network = reporting.association();
        var member = reporting.member("Ekby");
        var round = reporting.opened(ShippedForms.quickCheck());
        var before = SampleRows.fingerprint(network.id()) + SampleRows.fingerprint(member.id());

        world.in(own, () -> events.publishEvent(new ReportAwaited(own.id(), network.id(), round)));

        await().until(() -> handled(round));
        assertThat(SampleRows.fingerprint(network.id()) + SampleRows.fingerprint(member.id()))
                .isEqualTo(before);
        assertThat(SampleRows.count("samklima.report", own.id()))
                .as("of a network that one is no member of")
                .isZero();
    }

    private boolean waits(String job) {
        return jdbc.sql("SELECT count(*) > 0 FROM scheduled_tasks WHERE task_instance = ?")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    /** With or without a complaint: what counts is that nothing came of it. */
    private boolean handled(UUID subject) {
        return jdbc.sql("SELECT count(*) > 0 AND bool_and(completion_date IS NOT NULL OR status = 'FAILED')"
                        + " FROM event_publication WHERE serialized_event LIKE ?")
                .param("%" + own.id() + "%" + subject + "%")
                .query(Boolean.class)
                .single();
    }
}
