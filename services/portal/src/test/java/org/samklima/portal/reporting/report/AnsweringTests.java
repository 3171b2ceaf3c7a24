package org.samklima.portal.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.percentage;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.yesNo;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalTest
class AnsweringTests {

    private static final ReportForm FORM = form(
            section(
                    "goals",
                    yesNo("plan", "1").sharedAs("has-plan"),
                    freeText("words", 20).orNotApplicable()),
            section("energy", percentage("fossil-free").sharedAs("fossil-free"), number("solar")));

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Answering answering;

    @Autowired
    Proposals proposals;

    ReportingScene scene;
    Tenant ekby;
    UUID report;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby");
        report = scene.begun(ekby, scene.opened(FORM));
    }

    @Test
    void an_answer_stands_with_who_gave_it_and_a_revision_that_counts() {
        answer("words", new Answer.FreeText("First"), 0);
        answer("words", new Answer.FreeText("Second"), 1);

        var given = given("words");
        assertThat(given.answer()).isEqualTo(new Answer.FreeText("Second"));
        assertThat(given.revision()).isEqualTo(2);
        assertThat(given.changedBy()).isEqualTo("Tess Test");
    }

    @Test
    void the_later_of_two_editors_is_told_what_the_other_answered_and_nothing_is_lost() {
        answer("words", new Answer.FreeText("Theirs"), 0);

        var answered = answer("words", new Answer.FreeText("Mine"), 0);

        assertThat(answered).isInstanceOfSatisfying(Answered.Overtaken.class, overtaken -> {
            assertThat(overtaken.theirs().answer()).isEqualTo(new Answer.FreeText("Theirs"));
            assertThat(overtaken.theirs().revision()).isEqualTo(1);
        });
        assertThat(given("words").answer()).isEqualTo(new Answer.FreeText("Theirs"));
        answer("words", new Answer.FreeText("Mine"), 1);
        assertThat(given("words").answer()).isEqualTo(new Answer.FreeText("Mine"));
    }

    @Test
    void two_editors_that_answer_the_same_do_not_disturb_each_other() {
        answer("plan", new Answer.YesNo(true), 0);

        assertThat(answer("plan", new Answer.YesNo(true), 0)).isInstanceOf(Answered.Saved.class);
        assertThat(given("plan").revision()).isEqualTo(1);
    }

    @Test
    void an_answer_taken_back_goes_on_counting_so_that_a_late_editor_still_notices() {
        answer("words", new Answer.FreeText("First"), 0);
        assertThat(scene.answer(ekby, report, "words", new AnswerChange(null, "", 1)))
                .isInstanceOf(Answered.Saved.class);

        assertThat(file().filled().answer("words")).isEmpty();
        assertThat(answer("words", new Answer.FreeText("Late"), 1)).isInstanceOf(Answered.Overtaken.class);
    }

    @Test
    void an_answer_that_does_not_suit_its_question_is_never_stored() {
        answer("fossil-free", amount("50"), 0);

        var refused = answer("fossil-free", amount("150"), 1);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Answered.Refused.class,
                        why -> assertThat(why.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.key()).isEqualTo("forms.answer.above-maximum")));
        assertThat(given("fossil-free").answer()).isEqualTo(amount("50"));
    }

    @Test
    void one_answer_that_cannot_be_saved_does_not_hinder_the_others_unless_all_or_none_is_asked_for() {
        var changes = Map.of(
                "fossil-free", new AnswerChange(amount("150"), "", 0), "solar", new AnswerChange(amount("3"), "", 0));

        world.in(ekby, () -> answering.answerEach(report, changes));
        assertThat(file().given()).containsOnlyKeys("solar");

        var others = Map.of(
                "fossil-free", new AnswerChange(amount("150"), "", 0),
                "plan", new AnswerChange(new Answer.YesNo(true), "", 0));
        assertThatThrownBy(() -> world.in(ekby, () -> answering.answerAll(report, others)))
                .isNotNull();
        assertThat(file().given()).containsOnlyKeys("solar");
    }

    @Test
    void a_question_of_another_form_and_a_report_of_another_tenant_are_not_found() {
        assertThatThrownBy(() -> answer("no-such", new Answer.YesNo(true), 0)).satisfies(this::isNotFound);
        var alvik = scene.member("Alvik");
        assertThatThrownBy(() -> scene.answer(alvik, report, "plan", new Answer.YesNo(true)))
                .satisfies(this::isNotFound);
        assertThatThrownBy(() -> scene.file(alvik, report)).satisfies(this::isNotFound);
        assertThatThrownBy(() -> scene.submit(alvik, report, 1)).satisfies(this::isNotFound);
        assertThatThrownBy(() -> world.in(alvik, () -> answering.acceptAll(report, "goals")))
                .satisfies(this::isNotFound);
    }

    @Test
    void the_first_answer_leaves_a_note_in_the_letterbox_that_tells_nothing_of_it() {
        answer("words", new Answer.FreeText("Secret"), 0);
        answer("plan", new Answer.YesNo(true), 0);

        var round = file().report().roundId().toString();
        var letters = world.ask(
                scene.association(),
                () -> beans.getBean(Letterbox.class).received(SubmittedReport.STARTED_KIND, round));
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.sender()).isEqualTo(ekby.id());
            assertThat(letter.content()).matches("\\{\"at\":\"[^\"]+\"}");
        });
    }

    @Test
    void last_years_answers_are_proposed_and_count_only_when_accepted() {
        answer("plan", new Answer.YesNo(true), 0);
        answer("words", new Answer.NotApplicable("No words"), 0);
        scene.submit(ekby, report, 1);
        var next = scene.begun(ekby, scene.opened(scene.plan(FORM, 2027, false)));

        var known =
                world.ask(ekby, () -> proposals.to(beans.getBean(Reports.class).get(next)));
        assertThat(known.to("plan")).singleElement().satisfies(proposal -> {
            assertThat(proposal.answer()).isEqualTo(new Answer.YesNo(true));
            assertThat(proposal.origin())
                    .isEqualTo(Origin.ofReport(Origin.Source.EARLIER_REPORT, "Klimatringen", 2026));
        });
        assertThat(known.lastTime())
                .hasValueSatisfying(
                        earlier -> assertThat(earlier.answer("words")).contains(new Answer.NotApplicable("No words")));
        assertThat(scene.file(ekby, next).completeness().completed()).isZero();

        assertThat(world.ask(ekby, () -> answering.acceptAll(next, "goals"))).isEqualTo(2);

        assertThat(scene.file(ekby, next).completeness().completed()).isEqualTo(2);
        assertThat(scene.file(ekby, next).given("plan"))
                .hasValueSatisfying(given -> assertThat(given.origin())
                        .isEqualTo(Origin.ofReport(Origin.Source.EARLIER_REPORT, "Klimatringen", 2026)));
    }

    @Test
    void an_answer_to_one_network_is_proposed_to_another_by_the_shared_question_even_as_a_draft() {
        var other = new ReportingScene(world, beans, "Havsringen");
        other.joined(ekby);
        var theirForm = form(yesNo("climate-plan", "5").sharedAs("has-plan"), percentage("share"));
        var theirs = other.begun(ekby, other.opened(theirForm));
        answer("plan", new Answer.YesNo(true), 0);
        answer("fossil-free", amount("40"), 0);

        var known =
                world.ask(ekby, () -> proposals.to(beans.getBean(Reports.class).get(theirs)));

        assertThat(known.proposals()).containsOnlyKeys("climate-plan");
        var proposal = known.to("climate-plan").getFirst();
        assertThat(proposal.origin()).isEqualTo(Origin.ofReport(Origin.Source.OTHER_NETWORK, "Klimatringen", 2026));
        world.in(ekby, () -> answering.accept(theirs, "climate-plan", proposal.id()));
        assertThat(scene.file(ekby, theirs).filled().answer("climate-plan")).contains(new Answer.YesNo(true));
        assertThatThrownBy(() -> world.in(ekby, () -> answering.accept(theirs, "climate-plan", "0")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void an_answer_typed_over_a_proposal_forgets_where_it_came_from_and_one_only_commented_does_not() {
        var other = new ReportingScene(world, beans, "Havsringen");
        other.joined(ekby);
        var theirs =
                other.begun(ekby, other.opened(form(yesNo("climate-plan", "5").sharedAs("has-plan"))));
        answer("plan", new Answer.YesNo(true), 0);
        assertThat(world.ask(ekby, () -> answering.acceptAll(theirs, "only"))).isEqualTo(1);

        scene.answer(ekby, theirs, "climate-plan", new AnswerChange(new Answer.YesNo(true), "Since May", 1));
        assertThat(scene.file(ekby, theirs).given("climate-plan").orElseThrow().origin())
                .isNotNull();
        scene.answer(ekby, theirs, "climate-plan", new AnswerChange(new Answer.YesNo(false), "Since May", 2));
        assertThat(scene.file(ekby, theirs).given("climate-plan").orElseThrow().origin())
                .isNull();
    }

    private void isNotFound(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    private Answered answer(String question, Answer answer, int seen) {
        return scene.answer(ekby, report, question, new AnswerChange(answer, "", seen));
    }

    private GivenAnswer given(String question) {
        return file().given(question).orElseThrow();
    }

    private ReportFile file() {
        return scene.file(ekby, report);
    }
}
