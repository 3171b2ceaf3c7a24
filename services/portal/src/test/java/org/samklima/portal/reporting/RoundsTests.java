package org.samklima.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.portal.reporting.ReportingScene.ZONE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.PortalTest;
import org.samklima.portal.TestMail;
import org.samklima.portal.World;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.network.MemberAdded;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.report.ReportLine;
import org.samklima.portal.reporting.report.ReportList;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.time.AdjustableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class RoundsTests {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private static final ReportForm FORM = form(yesNo("plan", "1"));

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Rounds rounds;

    @Autowired
    ReportList reports;

    @Autowired
    AdjustableClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FigureTexts figures;

    @Autowired
    MockMvc mvc;

    ReportingScene scene;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void a_planned_round_is_seen_by_nobody_outside() {
        var ekby = scene.member("Ekby");
        var round = scene.planned(scene.plan(FORM));

        assertThat(scene.published(ekby, round)).isEmpty();
    }

    @Test
    void an_open_round_lies_on_the_members_shelf_with_its_form() {
        var ekby = scene.member("Ekby");
        var round = scene.opened(FORM);

        var published = scene.published(ekby, round).getFirst();

        assertThat(published.state()).isEqualTo(RoundState.OPEN);
        assertThat(published.deadlineOf(ekby.id()).zone()).isEqualTo(ZONE);
        assertThat(published.network().name()).isEqualTo("Klimatringen");
        assertThat(published.form()).isEqualTo("sample");
        assertThat(scene.file(ekby, scene.begun(ekby, round)).form()).isEqualTo(FORM);
    }

    @Test
    void opening_puts_a_report_into_every_present_members_own_tenant_and_tells_its_coordinators() {
        var ekby = scene.member("Ekby");
        var alvik = scene.member("Alvik");
        var stranger = world.municipality("Utby");
        var coordinator = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var contributor = world.person("Bo Bidrag", ekby, Role.CONTRIBUTOR);

        var round = scene.opened(FORM);

        var line = begun(ekby, round);
        assertThat(begun(alvik, round).id()).isNotEqualTo(line.id());
        assertThat(world.ask(stranger, reports::all)).isEmpty();
        var mail = TestMail.to(coordinator.email(), 1).getFirst();
        assertThat(mail).satisfies(received -> {
            assertThat(received.getSubject()).isEqualTo("Klimatringen: rapporten ”Climate report 2026” är öppen");
            assertThat((String) received.getContent())
                    .contains("/" + ekby.slug() + "/reports/" + line.id(), "samordnare för Ekby", "Europe/Stockholm");
            assertThat(received.getReplyTo()[0]).hasToString("secretariat@example.org");
        });
        assertThat(TestMail.to(contributor.email())).isEmpty();
    }

    @Test
    void whoever_becomes_a_member_while_a_round_is_open_gets_its_report_too() {
        var round = scene.opened(FORM);
        var ekby = scene.member("Ekby");

        world.in(
                scene.association(),
                () -> events.publishEvent(new MemberAdded(scene.association().id(), ekby.id())));

        assertThat(begun(ekby, round).id()).isNotNull();
    }

    @Test
    void whoever_becomes_a_member_later_gets_the_report_on_the_first_day_and_not_before() throws Exception {
        var round = scene.opened(FORM);
        var ekby = world.municipality("Ekby");
        var firstDay = scene.today();
        clock.set(Instant.now().minus(Duration.ofDays(1)));

        mvc.perform(post("/api/v1/{network}/members", scene.association().slug())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"slug\": \"%s\", \"since\": \"%s\"}".formatted(ekby.slug(), firstDay))
                        .with(scene.staff().token()))
                .andExpect(status().isCreated());

        var midnight = firstDay.atStartOfDay(ZONE).toInstant();
        var job = TaskInstanceId.of(
                "first-day", scene.association().id() + "/" + ekby.id() + "/" + midnight.getEpochSecond());
        await().atMost(A_WHILE).until(() -> isLookedAt(job, midnight));
        assertThat(world.ask(ekby, reports::all))
                .allSatisfy(line -> assertThat(line.id()).isNull());
        clock.reset();
        scheduler.reschedule(job, Instant.now());
        assertThat(begun(ekby, round).id()).isNotNull();
        await().atMost(A_WHILE).until(() -> scheduler.getScheduledExecution(job).isEmpty());
    }

    /** It was due by the machine's clock, found that the platform's stood before the day, and waits. */
    private boolean isLookedAt(TaskInstanceId job, Instant midnight) {
        return scheduler
                .getScheduledExecution(job)
                .filter(waiting -> waiting.getExecutionTime().isAfter(midnight))
                .isPresent();
    }

    @Test
    void a_round_that_waits_is_listed_before_anything_is_stored_and_begun_only_once() {
        var round = scene.opened(FORM);
        var ekby = scene.member("Ekby");

        assertThat(world.ask(ekby, reports::all))
                .singleElement()
                .satisfies(line -> assertThat(line.id()).isNull());
        var first = scene.begun(ekby, round);
        assertThat(scene.begun(ekby, round)).isEqualTo(first);
        assertThat(world.ask(ekby, reports::all))
                .singleElement()
                .satisfies(line -> assertThat(line.id()).isEqualTo(first));
    }

    @Test
    void a_planned_round_opens_by_itself_on_its_day_and_closes_by_itself_after_its_last_one() {
        var ekby = scene.member("Ekby");
        var plan = scene.plan(FORM);
        var round = scene.planned(plan);

        keepTimetableAt(plan.opensOn().atStartOfDay(ZONE).toInstant().minusSeconds(1), round);
        assertThat(scene.round(round).state()).isEqualTo(RoundState.PLANNED);
        keepTimetableAt(plan.opensOn().atStartOfDay(ZONE).toInstant(), round);
        assertThat(scene.round(round).state()).isEqualTo(RoundState.OPEN);
        world.in(
                scene.association(),
                () -> rounds.extendFor(round, ekby.id(), plan.deadline().plusDays(3), "Illness"));
        keepTimetableAt(new Deadline(plan.deadline(), ZONE).end(), round);
        assertThat(scene.round(round).state()).isEqualTo(RoundState.OPEN);
        keepTimetableAt(new Deadline(plan.deadline().plusDays(3), ZONE).end(), round);
        assertThat(scene.round(round).state()).isEqualTo(RoundState.CLOSED);
        assertThat(scene.published(ekby, round).getFirst().state()).isEqualTo(RoundState.CLOSED);
    }

    @Test
    void members_that_have_not_submitted_are_reminded_and_the_others_left_in_peace() {
        var ekby = scene.member("Ekby");
        var alvik = scene.member("Alvik");
        var late = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var ready = world.person("Ylva Klar", alvik, Role.COORDINATOR);
        var plan = scene.plan(FORM);
        var round = scene.opened(plan);
        scene.submit(alvik, scene.begun(alvik, round), 1);
        TestMail.to(late.email(), 1);
        TestMail.to(ready.email(), 2);

        var threeDaysBefore =
                plan.deadline().minusDays(3).atTime(8, 0).atZone(ZONE).toInstant();
        keepTimetableAt(threeDaysBefore, round);
        keepTimetableAt(threeDaysBefore.plusSeconds(60), round);

        var reminder = TestMail.to(late.email(), 2).getLast();
        assertThat(reminder)
                .satisfies(mail ->
                        assertThat(mail.getSubject()).startsWith("Klimatringen: ”Climate report 2026” ska vara inne"));
        clock.reset();
        var lastWord = world.person("Sist Ord", alvik, Role.COORDINATOR);
        world.in(
                alvik,
                () -> events.publishEvent(
                        new ReminderDue(alvik.id(), scene.association().id(), round)));
        world.in(
                ekby,
                () -> events.publishEvent(
                        new ReminderDue(ekby.id(), scene.association().id(), round)));
        TestMail.to(late.email(), 3);
        assertThat(TestMail.to(lastWord.email())).isEmpty();
        assertThat(TestMail.to(ready.email())).hasSize(2);
    }

    @Test
    void an_extension_is_seen_by_the_members_at_once() {
        var ekby = scene.member("Ekby");
        var alvik = scene.member("Alvik");
        var plan = scene.plan(FORM);
        var round = scene.opened(plan);

        world.in(
                scene.association(),
                () -> rounds.extendFor(round, ekby.id(), plan.deadline().plusDays(5), "Illness"));
        world.in(scene.association(), () -> rounds.extend(round, plan.deadline().plusDays(2), "Flood"));

        var published = scene.published(alvik, round).getFirst();
        assertThat(published.deadlineOf(ekby.id()).day())
                .isEqualTo(plan.deadline().plusDays(5));
        assertThat(published.deadlineOf(alvik.id()).day())
                .isEqualTo(plan.deadline().plusDays(2));
        assertThat(world.ask(scene.association(), () -> rounds.extensions(round)))
                .extracting(Extension::reason)
                .containsExactly("Illness", "Flood");
    }

    @Test
    void whoever_gets_more_time_is_told_until_when_and_why_and_nobody_else_is() {
        var ekby = scene.member("Ekby");
        var alvik = scene.member("Alvik");
        var karin = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var ylva = world.person("Ylva Klar", alvik, Role.COORDINATOR);
        var plan = scene.plan(FORM);
        var lastDay = plan.deadline().plusDays(5);
        var round = scene.opened(plan);
        var report = begun(ekby, round).id();
        scene.submit(alvik, scene.begun(alvik, round), 1);
        TestMail.to(karin.email(), 1);
        TestMail.to(ylva.email(), 2);

        world.in(
                scene.association(),
                () -> rounds.extendFor(round, ekby.id(), lastDay, "The only one who knows is ill"));

        assertThat(TestMail.to(karin.email(), 2).getLast()).satisfies(mail -> {
            assertThat(mail.getSubject())
                    .isEqualTo("Klimatringen: längre tid för ”Climate report 2026”, till "
                            + figures.in(Locale.of("sv")).date(lastDay));
            assertThat(((String) mail.getContent()).replace("\r", ""))
                    .contains("gett Ekby längre tid", "Skälet:\nThe only one who knows is ill\n")
                    .contains("Fortsätt här:\nhttp", "/" + ekby.slug() + "/reports/" + report + "\n");
        });

        world.in(scene.association(), () -> rounds.extend(round, plan.deadline().plusDays(1), "Flood"));

        assertThat(TestMail.to(ylva.email(), 3))
                .last()
                .satisfies(mail -> assertThat((String) mail.getContent())
                        .contains("gett alla medlemmar längre tid", "Flood", "redan inskickad"));
        var late = world.person("Lisa Ny", ekby, Role.COORDINATOR);
        var first =
                world.ask(scene.association(), () -> rounds.extensions(round)).getFirst();
        world.in(
                scene.association(),
                () -> events.publishEvent(
                        new ExtensionGranted(scene.association().id(), round, first.getId())));
        TestMail.to(late.email(), 1);
        assertThat(TestMail.to(karin.email()))
                .as("not again, and not of the others' time")
                .hasSize(2);
        assertThat(TestMail.to(ylva.email())).as("not of another's time").hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"sv, alla medlemmar", "da, alle medlemmer", "de, allen Mitgliedern", "en, all members"})
    void the_mail_about_more_time_can_be_read_in_every_language(String language, String everybody) {
        var body = messages.getMessage(
                "reporting.mail.extended.body",
                new Object[] {"Ringen", "Rapport", scene.today(), ZONE, "Ekby", "http://x", 1, "Flood {0}", 0},
                Locale.of(language));

        assertThat(body).contains(everybody, "\nFlood {0}\n", ":\nhttp://x\n").doesNotContain("{4}", "choice");
    }

    @Test
    void a_form_has_one_round_a_year() {
        var plan = scene.plan(FORM);
        scene.planned(plan);

        assertThatThrownBy(() -> scene.planned(plan))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo("reporting.round.exists"));
    }

    @Test
    void a_planned_round_cannot_take_the_year_of_another_of_its_form() {
        var plan = scene.plan(FORM);
        scene.planned(plan);
        var next = scene.planned(scene.plan(FORM, ReportingScene.YEAR + 1, false));

        assertThatThrownBy(() -> world.in(scene.association(), () -> rounds.change(next, plan)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo("reporting.round.exists"));
        assertThat(scene.round(next).year()).isEqualTo(ReportingScene.YEAR + 1);
    }

    @Test
    void a_round_of_another_association_is_not_found() {
        var round = scene.planned(scene.plan(FORM));
        var other = world.association("Andra ringen");

        assertThatThrownBy(() -> world.in(other, () -> rounds.open(round)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void the_timetable_waits_for_whoever_changes_the_round_at_that_moment() throws Exception {
        scene.member("Ekby");
        var plan = scene.plan(FORM);
        var round = scene.opened(plan);
        clock.set(plan.deadline().minusDays(3).atTime(9, 0).atZone(ZONE).toInstant());

        Future<?> kept;
        try (var other = Executors.newSingleThreadExecutor()) {
            kept = world.ask(scene.association(), () -> {
                rounds.extend(round, plan.deadline().plusDays(7), "Flood");
                var keeping = other.submit(() -> world.in(scene.association(), () -> rounds.keepTimetable(round)));
                await().pollInSameThread().atMost(A_WHILE).until(() -> isSomebodyWaiting() || keeping.isDone());
                return keeping;
            });
        }

        assertThat(kept).succeedsWithin(A_WHILE);
        assertThat(scene.round(round).deadline()).isEqualTo(plan.deadline().plusDays(7));
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    private void keepTimetableAt(Instant moment, UUID round) {
        clock.set(moment);
        world.in(scene.association(), () -> rounds.keepTimetable(round));
    }

    private ReportLine begun(Tenant member, UUID round) {
        return await().until(
                        () -> world.ask(member, reports::all).stream()
                                .filter(line -> line.round().round().equals(round) && line.id() != null)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }
}
