package org.samklima.portal.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.samklima.portal.reminders.ReminderScene.arrived;
import static org.samklima.portal.reminders.ReminderScene.header;
import static org.samklima.portal.reminders.ReminderScene.text;
import static org.samklima.portal.reminders.ReminderScene.unsubscribeLink;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.people.People;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantCreated;
import org.samklima.portal.time.AdjustableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When reminders come, to whom, and what they say: written, sent and received. */
@PortalTest
class RemindersTests {

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    ReminderSettings settings;

    @Autowired
    ReminderJob job;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    ReminderScene scene;
    Tenant ekby;
    World.Person karin;

    @BeforeEach
    void scene() {
        scene = new ReminderScene(world, beans);
        ekby = scene.town();
        karin = world.person("Karin Koll", ekby, Role.COORDINATOR);
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void on_monday_one_mail_tells_all_that_is_near_leads_to_each_and_to_where_it_is_tuned_or_switched_off() {
        var report = scene.awaited("Nära ringen", 14, ekby);
        scene.awaited("Fjärran ringen", 15, ekby);

        scene.morning(ekby, scene.monday());

        assertThat(arrived(karin, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Ekby: 1 att göra till och med ");
            assertThat(mail.getContentType()).startsWith("text/plain");
            assertThat(text(mail))
                    .contains("* Climate report 2026 (begärs av Nära ringen)\n")
                    .contains(", om 14 dagar\n  http://localhost:8081/" + ekby.slug() + "/reports/" + report + "\n")
                    .contains("Du får det här mejlet för att du arbetar för Ekby i Samklima.")
                    .contains("\nhttp://localhost:8081/" + ekby.slug() + "/reminders\n")
                    .contains("\n" + unsubscribeLink(mail))
                    .doesNotContain("Fjärran ringen");
            assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        });
    }

    @Test
    void what_is_late_stands_first_and_only_with_whoever_is_responsible() {
        var bo = world.person("Bo Bidrag", ekby, Role.CONTRIBUTOR);
        scene.responsible(bo, "Solceller", -3);
        scene.responsible(bo, "Laddstolpar", 1);

        scene.morning(ekby, scene.monday());

        assertThat(arrived(bo, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Ekby: 1 försenad, 1 att göra till och med ");
            assertThat(text(mail))
                    .containsSubsequence("Försenat:", "* Slutför: Solceller", ", 3 dagar sen", "Slutför: Laddstolpar");
        });
        assertThat(scene.written(ekby, karin)).isEmpty();
    }

    @Test
    void nobody_gets_two_mails_on_one_day_not_even_by_choosing_another_rhythm() {
        scene.awaited("Ringen", 10, ekby);

        scene.morning(ekby, scene.monday());
        choose(karin, new ReminderSetting(Rhythm.DAILY, 60, "en"));
        scene.awaited("Nya ringen", 10, ekby);
        scene.morning(ekby, scene.monday());

        assertThat(scene.written(ekby, karin)).hasSize(1);
    }

    @Test
    void a_weekly_mail_comes_on_mondays_only_and_none_comes_where_nothing_is_near() {
        var idle = world.municipality("Vilköping");
        var ida = world.person("Ida Idel", idle, Role.COORDINATOR);
        scene.awaited("Ringen", 10, ekby);

        scene.morning(ekby, scene.monday().plusDays(1));
        scene.morning(idle, scene.monday());

        assertThat(scene.written(ekby, karin)).isEmpty();
        assertThat(scene.written(idle, ida)).isEmpty();
    }

    @Test
    void a_daily_mail_comes_only_when_there_is_news() {
        choose(karin, new ReminderSetting(Rhythm.DAILY, 14, null));
        scene.awaited("Ringen", 10, ekby);
        var tuesday = scene.monday().plusDays(1);

        scene.morning(ekby, tuesday);
        scene.morning(ekby, tuesday.plusDays(1));
        assertThat(scene.written(ekby, karin)).hasSize(1);

        scene.awaited("Nya ringen", 12, ekby);
        scene.morning(ekby, tuesday.plusDays(2));

        assertThat(arrived(karin, 2))
                .anySatisfy(mail -> assertThat(text(mail)).contains("(begärs av Ringen)", "(begärs av Nya ringen)"));
    }

    @Test
    void whoever_switched_reminders_off_gets_none_and_whoever_is_asked_nothing_neither() {
        var off = world.person("Olof Off", ekby, Role.COORDINATOR);
        var board = world.person("Mia Manager", ekby, Role.MANAGER);
        choose(off, ReminderSetting.PROPOSED.off());
        scene.awaited("Ringen", 10, ekby);

        scene.morning(ekby, scene.monday());

        assertThat(scene.written(ekby, karin)).hasSize(1);
        assertThat(scene.written(ekby, off)).isEmpty();
        assertThat(scene.written(ekby, board)).isEmpty();
    }

    @Test
    void a_mail_comes_in_the_language_that_its_reader_chose() {
        choose(karin, new ReminderSetting(Rhythm.WEEKLY, 14, "en"));
        scene.awaited("Ringen", 1, ekby);

        scene.morning(ekby, scene.monday());

        assertThat(arrived(karin, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Ekby: 1 due by ");
            assertThat(text(mail)).contains("Climate report 2026 (asked by Ringen)", ", tomorrow\n");
        });
    }

    @Test
    void whoever_leaves_takes_their_reminders_along() {
        world.person("Mia Manager", ekby, Role.MANAGER);
        scene.awaited("Ringen", 10, ekby);
        choose(karin, new ReminderSetting(Rhythm.DAILY, 14, null));
        scene.morning(ekby, scene.monday());

        world.in(ekby, () -> beans.getBean(People.class).remove(karin.id()));

        assertThat(scene.morning(ekby, scene.monday().plusDays(7))).isZero();
        assertThat(scene.written(ekby, karin)).hasSize(1);
        for (var table : new String[] {"reminder", "reminder_setting"}) {
            assertThat(world.ask(
                            ekby,
                            () -> jdbc.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = ?")
                                    .param(ekby.id())
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void a_new_tenant_has_its_job_for_the_next_morning_and_one_from_before_gets_it_at_the_start() {
        var created = world.municipality("Nyby");
        world.in(created, () -> beans.publishEvent(new TenantCreated(created.id())));
        await().untilAsserted(() ->
                assertThat(scheduled(created)).isEqualTo(Mornings.after(clock.instant(), created.timeZone())));

        job.scheduleMissing();

        assertThat(scheduled(ekby)).isEqualTo(Mornings.after(clock.instant(), ekby.timeZone()));
    }

    @Test
    void the_job_sends_when_its_morning_has_come_by_the_portals_clock_and_goes_on_to_the_next() {
        scene.awaited("Ringen", 10, ekby);
        var day = scene.monday();
        var monday = Mornings.of(day, ekby.timeZone());
        var instance = ReminderJob.TASK.instance(ekby.id().toString()).data(monday);

        scheduler.scheduleIfNotExists(instance.scheduledTo(Instant.EPOCH));
        await().untilAsserted(() -> assertThat(scheduled(ekby)).isAfter(Instant.now()));
        assertThat(scene.written(ekby, karin)).isEmpty();

        clock.set(monday.plusSeconds(1));
        scheduler.reschedule(ReminderJob.TASK.instanceId(ekby.id().toString()), Instant.now());

        assertThat(arrived(karin, 1)).hasSize(1);
        var tuesday = Mornings.of(day.plusDays(1), ekby.timeZone());
        await().untilAsserted(() -> assertThat(scheduled(ekby)).isEqualTo(tuesday));
    }

    @Test
    void a_morning_that_is_long_past_is_not_made_up_for() {
        scene.awaited("Ringen", 10, ekby);
        var longPast = Mornings.of(scene.monday().minusDays(14), ekby.timeZone());

        assertThat(job.keep(ekby.id(), longPast)).isEqualTo(Mornings.after(clock.instant(), ekby.timeZone()));

        assertThat(scene.written(ekby, karin)).isEmpty();
    }

    private Instant scheduled(Tenant tenant) {
        return jdbc.sql(
                        "SELECT execution_time FROM scheduled_tasks WHERE task_name = 'reminders' AND task_instance = ?")
                .param(tenant.id().toString())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    private void choose(World.Person person, ReminderSetting setting) {
        world.in(ekby, () -> settings.choose(person.id(), setting));
    }
}
