package org.samklima.portal.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.MemberKind;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** An association with an open round, and members whose reports lie in its letterbox; for tests. */
public final class EvaluationScene {

    private final World world;
    private final ApplicationContext beans;
    private final ReportingScene reporting;
    private final ReportForm form;
    private final UUID round;

    public EvaluationScene(World world, ApplicationContext beans, ReportForm form) {
        this(world, beans, new ReportingScene(world, beans), form, ReportingScene.YEAR);
    }

    public EvaluationScene(World world, ApplicationContext beans, ReportingScene reporting, ReportForm form, int year) {
        this.world = world;
        this.beans = beans;
        this.reporting = reporting;
        this.form = form;
        this.round = reporting.opened(reporting.plan(form, year, false));
    }

    public ReportingScene reporting() {
        return reporting;
    }

    public Tenant association() {
        return reporting.association();
    }

    public UUID round() {
        return round;
    }

    /** The path of a page of the round. */
    public String page(String below) {
        return "/" + association().slug() + "/rounds/" + round + below;
    }

    /** The path of a resource of the round. */
    public String api(String below) {
        return "/api/v1/" + association().slug() + "/rounds/" + round + below;
    }

    public World.Person staff() {
        return reporting.staff();
    }

    public World.Person board() {
        return world.person("Berit Bord", association(), Role.BOARD);
    }

    /** A municipality whose report of these answers has been received. */
    public Tenant reported(String name, Answers answers) {
        return reported(reporting.member(name), 1, answers);
    }

    /** A version of a member's report that has been received. */
    public Tenant reported(Tenant member, int version, Answers answers) {
        var report = new SubmittedReport(
                round,
                form.code(),
                1,
                reporting.round(round).year(),
                version,
                new SubmittedReport.Member(
                        member.id(),
                        member.name(),
                        MemberKind.valueOf(member.kind().name())),
                answers.byQuestion().entrySet().stream()
                        .map(answer -> new SubmittedReport.Given(answer.getKey(), answer.getValue(), null, null))
                        .toList(),
                null,
                "Karin Koll",
                beans.getBean(Clock.class).instant());
        send(
                member,
                SubmittedReport.KIND,
                version,
                beans.getBean(JsonMapper.class).writeValueAsString(report));
        return member;
    }

    /** A member that has begun. */
    public Tenant started(String name) {
        var member = reporting.member(name);
        send(member, SubmittedReport.STARTED_KIND, 1, "{}");
        return member;
    }

    private void send(Tenant member, String kind, int version, String content) {
        world.in(
                member,
                () -> beans.getBean(Letterbox.class)
                        .submit(association().id(), kind, round.toString(), version, content));
    }

    public void accept(Tenant member, int version) {
        review(member, version, Review.Outcome.ACCEPTED, "");
    }

    public void sendBack(Tenant member, int version, String message) {
        review(member, version, Review.Outcome.RETURNED, message);
    }

    private void review(Tenant member, int version, Review.Outcome outcome, String message) {
        world.in(
                association(),
                () -> beans.getBean(Reviews.class)
                        .say(round, new Reviews.Word(member.id(), version, outcome, message, Map.of())));
    }

    public void close() {
        world.in(association(), () -> reporting.rounds().close(round));
    }

    /** What the association's page or API sees. */
    AnsweredRound answered(Basis basis) {
        return world.ask(association(), () -> beans.getBean(Evaluations.class).answered(round, basis));
    }

    List<BoardRow> boardRows() {
        return world.ask(
                association(),
                () -> Board.of(
                                beans.getBean(ReceivedRounds.class).get(round),
                                beans.getBean(Clock.class).instant())
                        .rows());
    }
}
