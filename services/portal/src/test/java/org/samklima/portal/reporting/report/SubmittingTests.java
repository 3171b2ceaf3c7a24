package org.samklima.portal.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.portal.reporting.ReportingScene.ZONE;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.TestMail;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.letterbox.Letter;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.time.AdjustableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class SubmittingTests {

    private static final ReportForm FORM = form(yesNo("plan", "1").required(), freeText("words", 100));

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Submitting submitting;

    @Autowired
    Submissions submissions;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JsonMapper json;

    ReportingScene scene;
    Tenant ekby;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby");
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void what_is_submitted_lies_in_the_letterbox_and_in_the_members_own_records_with_one_receipt() {
        var coordinator = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var round = scene.opened(FORM);
        var report = complete(round);
        scene.answer(ekby, report, "words", new AnswerChange(new Answer.FreeText("Much"), "To you", 0));

        var submission = scene.submit(ekby, report, 1);

        var letter = letters(round).getFirst();
        assertThat(letter.receipt()).isEqualTo(submission.receipt());
        assertThat(letter.version()).isEqualTo(1);
        var sent = json.readValue(letter.content(), SubmittedReport.class);
        assertThat(sent.form()).isEqualTo("sample");
        assertThat(sent.formVersion()).isEqualTo(1);
        assertThat(sent.member().name()).isEqualTo("Ekby");
        assertThat(sent.submittedBy()).isEqualTo("Tess Test");
        assertThat(sent.answers())
                .extracting(SubmittedReport.Given::question, SubmittedReport.Given::comment)
                .containsExactly(tuple("plan", null), tuple("words", "To you"));
        assertThat(world.ask(ekby, () -> submissions.content(report, 1))).isEqualTo(sent);
        assertThat(scene.file(ekby, report).report().state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(TestMail.to(coordinator.email(), 2))
                .anySatisfy(mail -> assertThat(mail.getSubject()).contains(submission.receipt()));
    }

    @Test
    void submitting_twice_at_once_makes_exactly_one_version() throws Exception {
        var round = scene.opened(FORM);
        var report = complete(round);
        var together = new CyclicBarrier(2);
        Callable<Boolean> attempt = () -> {
            together.await();
            try {
                scene.submit(ekby, report, 1);
                return true;
            } catch (Problem refused) {
                assertThat(refused.messageKey()).isEqualTo("reporting.submit.already");
                return false;
            }
        };

        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(List.of(attempt, attempt));
            assertThat(List.of(outcomes.getFirst().get(), outcomes.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(letters(round)).hasSize(1);
    }

    @Test
    void the_deadline_day_counts_to_its_last_second_and_no_further() {
        var plan = scene.plan(FORM);
        var report = complete(scene.opened(plan));
        var end = new Deadline(plan.deadline(), ZONE).end();

        clock.set(end.plusMillis(1));
        assertThat(refusal(() -> scene.submit(ekby, report, 1)).messageKey()).isEqualTo("reporting.submit.late");
        clock.set(end.minusSeconds(30));
        assertThat(scene.submit(ekby, report, 1).version()).isEqualTo(1);
    }

    @Test
    void on_the_day_when_the_clocks_change_the_deadline_is_still_at_midnight() {
        var change = ZONE.getRules()
                .nextTransition(clock.instant().plusSeconds(86_400 * 8))
                .getInstant();
        var day = change.atZone(ZONE).toLocalDate();
        var report = complete(scene.opened(ReportingScene.endingOn(day, scene.plan(FORM))));

        clock.set(day.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(refusal(() -> scene.submit(ekby, report, 1)).messageKey()).isEqualTo("reporting.submit.late");
        clock.set(day.atTime(23, 59, 30).atZone(ZONE).toInstant());
        assertThat(scene.submit(ekby, report, 1).version()).isEqualTo(1);
    }

    @Test
    void too_late_says_when_where_whom_to_ask_and_keeps_the_answers() {
        var plan = scene.plan(FORM);
        var report = complete(scene.opened(plan));
        clock.set(new Deadline(plan.deadline(), ZONE).end().plusSeconds(1));

        var late = refusal(() -> scene.submit(ekby, report, 1));

        assertThat(late.arguments())
                .containsExactly(plan.deadline(), "Europe/Stockholm", "Klimatringen", "secretariat@example.org");
        var file = scene.file(ekby, report);
        assertThat(file.filled().answer("plan")).contains(new Answer.YesNo(true));
        assertThat(file.report().state()).isEqualTo(ReportState.DRAFT);
        assertThat(scene.answer(ekby, report, "words", new Answer.FreeText("Still mine")))
                .isInstanceOf(Answered.Saved.class);
    }

    @Test
    void an_extension_is_honoured_for_the_member_that_has_it_and_no_other() {
        var alvik = scene.member("Alvik");
        var plan = scene.plan(FORM);
        var round = scene.opened(plan);
        var report = complete(round);
        var theirs = complete(alvik, round);
        world.in(
                scene.association(),
                () -> scene.rounds().extendFor(round, ekby.id(), plan.deadline().plusDays(2), "Illness"));

        clock.set(new Deadline(plan.deadline(), ZONE).end().plusSeconds(3600));

        assertThat(scene.submit(ekby, report, 1).version()).isEqualTo(1);
        assertThat(refusal(() -> scene.submit(alvik, theirs, 1)).messageKey()).isEqualTo("reporting.submit.late");
    }

    @Test
    void a_closed_round_takes_nothing_before_its_deadline_either_but_lets_a_returned_report_come_back_by_extension() {
        var plan = scene.plan(FORM);
        var round = scene.opened(plan);
        var report = complete(round);
        world.in(scene.association(), () -> scene.rounds().close(round));

        assertThat(refusal(() -> scene.submit(ekby, report, 1)).messageKey()).isEqualTo("reporting.submit.closed");
        world.in(
                scene.association(),
                () -> scene.rounds().extendFor(round, ekby.id(), plan.deadline().plusDays(2), "Come back"));
        assertThat(scene.submit(ekby, report, 1).version()).isEqualTo(1);
    }

    @Test
    void an_incomplete_report_is_refused_with_how_much_is_missing() {
        var report = scene.begun(ekby, scene.opened(FORM));

        var refused = refusal(() -> scene.submit(ekby, report, 1));

        assertThat(refused.messageKey()).isEqualTo("reporting.submit.incomplete");
        assertThat(refused.arguments()).containsExactly(1);
    }

    @Test
    void where_the_round_asks_for_it_nothing_leaves_without_a_sign_off_and_a_sign_off_locks_the_answers() {
        var round = scene.opened(scene.plan(FORM, 2026, true));
        var report = complete(round);

        assertThat(refusal(() -> scene.submit(ekby, report, 1)).messageKey())
                .isEqualTo("reporting.submit.sign-off-missing");
        assertThat(refusal(() -> signOff(report, " ")).messageKey()).isEqualTo("reporting.sign-off.reference");
        signOff(report, "KS § 41/2026");
        assertThat(refusal(() -> scene.answer(ekby, report, "plan", new Answer.YesNo(false)))
                        .messageKey())
                .isEqualTo("reporting.report.locked.signed_off");
        world.in(ekby, () -> submitting.reopen(report));
        scene.answer(ekby, report, "plan", new Answer.YesNo(false));
        assertThat(refusal(() -> scene.submit(ekby, report, 1)).messageKey())
                .isEqualTo("reporting.submit.sign-off-missing");
        signOff(report, "KS § 52/2026");
        scene.submit(ekby, report, 1);
        var sent = json.readValue(letters(round).getFirst().content(), SubmittedReport.class);
        assertThat(sent.signOff()).isNotNull().satisfies(signOff -> {
            assertThat(signOff.minutes()).isEqualTo("KS § 52/2026");
            assertThat(signOff.by()).isEqualTo("Tess Test");
        });
    }

    @Test
    void an_incomplete_report_is_not_signed_off_and_neither_is_one_that_need_not_be() {
        var asked = scene.begun(ekby, scene.opened(scene.plan(FORM, 2026, true)));
        assertThat(refusal(() -> signOff(asked, "KS § 1")).messageKey()).isEqualTo("reporting.submit.incomplete");
        var notAsked = complete(scene.opened(scene.plan(FORM, 2025, false)));
        assertThat(refusal(() -> signOff(notAsked, "KS § 1")).messageKey()).isEqualTo("reporting.sign-off.not-asked");
    }

    @Test
    void a_returned_report_is_mended_submitted_as_the_next_version_and_accepted() {
        var coordinator = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var round = scene.opened(FORM);
        var report = complete(round);
        scene.submit(ekby, report, 1);

        scene.review(ekby, round, 1, review -> ReportingScene.returned(review, "Please mend", "plan", "Which plan?"));
        awaitState(report, ReportState.RETURNED);
        assertThat(world.ask(ekby, () -> submissions.of(report)).getFirst().review())
                .satisfies(review -> assertThat(review.reasons()).containsEntry("plan", "Which plan?"));
        assertThat(TestMail.to(coordinator.email(), 3))
                .anySatisfy(mail -> assertThat((String) mail.getContent()).contains("Please mend", "vid en fråga"));
        scene.answer(ekby, report, "words", new Answer.FreeText("The plan of May"));
        scene.submit(ekby, report, 2);
        assertThat(letters(round)).extracting(Letter::version).containsExactly(1, 2);
        assertThat(world.ask(ekby, () -> submissions.content(report, 1)).answers())
                .extracting(SubmittedReport.Given::question)
                .containsExactly("plan");

        scene.review(ekby, round, 2, review -> review);
        awaitState(report, ReportState.ACCEPTED);
        assertThat(refusal(() -> scene.answer(ekby, report, "plan", new Answer.YesNo(false)))
                        .messageKey())
                .isEqualTo("reporting.report.locked.accepted");
    }

    @Test
    void a_new_draft_goes_on_while_the_submitted_version_stays_as_it_is() {
        var round = scene.opened(FORM);
        var report = complete(round);
        scene.submit(ekby, report, 1);
        assertThat(refusal(() -> scene.answer(ekby, report, "plan", new Answer.YesNo(false)))
                        .messageKey())
                .isEqualTo("reporting.report.locked.submitted");

        world.in(ekby, () -> submitting.draftAgain(report));
        scene.answer(ekby, report, "plan", new Answer.YesNo(false));

        assertThat(world.ask(ekby, () -> submissions.content(report, 1))
                        .toAnswers()
                        .to("plan"))
                .contains(new Answer.YesNo(true));
        scene.submit(ekby, report, 2);
        assertThat(letters(round)).hasSize(2);
    }

    @Test
    void a_word_on_an_older_version_is_kept_and_changes_nothing() {
        var round = scene.opened(FORM);
        var report = complete(round);
        scene.submit(ekby, report, 1);
        world.in(ekby, () -> submitting.draftAgain(report));
        scene.submit(ekby, report, 2);

        scene.review(ekby, round, 1, review -> ReportingScene.returned(review, "Too late", "plan", "Why?"));

        await().until(() -> world.ask(ekby, () -> submissions.review(report, 1)).isPresent());
        assertThat(scene.file(ekby, report).report().state()).isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void whoever_has_left_reads_the_report_and_submits_nothing() {
        var round = scene.opened(FORM);
        var report = complete(round);
        world.in(
                scene.association(),
                () -> beans.getBean(JdbcClient.class)
                        .sql("UPDATE membership SET since = current_date - 9, until = current_date - 1"
                                + " WHERE tenant_id = ? AND member_id = ?")
                        .params(scene.association().id(), ekby.id())
                        .update());

        var file = scene.file(ekby, report);
        assertThat(file.isMember()).isFalse();
        assertThat(file.round().name()).isEqualTo("Climate report 2026");
        assertThat(file.form()).isEqualTo(FORM);
        assertThat(refusal(() -> scene.submit(ekby, report, 1)).messageKey())
                .isEqualTo("reporting.submit.not-a-member");
        assertThat(scene.answer(ekby, report, "words", new Answer.FreeText("Mine")))
                .isInstanceOf(Answered.Saved.class);
    }

    @Test
    void what_is_stored_of_a_submission_is_never_rewritten() {
        var report = complete(scene.opened(FORM));
        scene.submit(ekby, report, 1);

        assertThatThrownBy(() -> world.in(
                        ekby,
                        () -> beans.getBean(JdbcClient.class)
                                .sql("UPDATE submission SET receipt = 'forged' WHERE tenant_id = ?")
                                .param(ekby.id())
                                .update()))
                .hasStackTraceContaining("permission denied");
    }

    private void signOff(UUID report, String minutes) {
        world.in(ekby, () -> submitting.signOff(report, minutes));
    }

    private UUID complete(UUID round) {
        return complete(ekby, round);
    }

    private UUID complete(Tenant member, UUID round) {
        var report = scene.begun(member, round);
        scene.answer(member, report, "plan", new Answer.YesNo(true));
        return report;
    }

    private void awaitState(UUID report, ReportState state) {
        await().until(() -> scene.file(ekby, report).report().state() == state);
    }

    private List<Letter> letters(UUID round) {
        return world.ask(
                scene.association(),
                () -> beans.getBean(Letterbox.class).received(SubmittedReport.KIND, round.toString()));
    }

    private static Problem refusal(ThrowingCallable attempt) {
        var problem = catchThrowableOfType(Problem.class, attempt);
        assertThat(problem).isNotNull();
        return problem;
    }
}
