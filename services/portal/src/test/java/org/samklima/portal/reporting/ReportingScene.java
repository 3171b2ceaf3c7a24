package org.samklima.portal.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.reporting.report.AnswerChange;
import org.samklima.portal.reporting.report.Answered;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.ReportBeginnings;
import org.samklima.portal.reporting.report.ReportFile;
import org.samklima.portal.reporting.report.Reports;
import org.samklima.portal.reporting.report.Submission;
import org.samklima.portal.reporting.report.Submitting;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** An association that asks and members that answer, for tests. */
public final class ReportingScene {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    public static final int YEAR = 2026;

    private final World world;
    private final ApplicationContext beans;
    private final Tenant association;
    private final World.Person staff;

    public ReportingScene(World world, ApplicationContext beans) {
        this(world, beans, "Klimatringen");
    }

    public ReportingScene(World world, ApplicationContext beans, String name) {
        this.world = world;
        this.beans = beans;
        this.association = world.association(name);
        this.staff = world.person("Stina Stab", association, Role.STAFF);
    }

    public Tenant association() {
        return association;
    }

    public World.Person staff() {
        return staff;
    }

    /** A municipality that is a member from today on. */
    public Tenant member(String name) {
        return joined(world.municipality(name));
    }

    public Tenant joined(Tenant member) {
        world.membership(association, member);
        return member;
    }

    public LocalDate today() {
        return beans.getBean(Clock.class).instant().atZone(ZONE).toLocalDate();
    }

    /** Opens in a week by itself, and ends in a month. */
    public RoundPlan plan(ReportForm form) {
        return plan(form, YEAR, false);
    }

    public RoundPlan plan(ReportForm form, int year, boolean signOffRequired) {
        var stored = world.ask(association, () -> beans.getBean(Forms.class).add(form));
        return new RoundPlan(
                stored.id(),
                stored.latestVersion(),
                "Climate report " + year,
                year,
                today().plusDays(7),
                today().plusDays(30),
                signOffRequired,
                RoundPlan.USUAL_REMINDERS,
                "secretariat@example.org");
    }

    public UUID planned(RoundPlan plan) {
        return world.ask(association, () -> rounds().plan(plan).id());
    }

    /** An open round. */
    public UUID opened(ReportForm form) {
        return opened(plan(form));
    }

    public UUID opened(RoundPlan plan) {
        var id = planned(plan);
        world.in(association, () -> rounds().open(id));
        return id;
    }

    public static RoundPlan endingOn(LocalDate deadline, RoundPlan plan) {
        return new RoundPlan(
                plan.formId(),
                plan.formVersion(),
                plan.name(),
                plan.year(),
                plan.opensOn().isAfter(deadline) ? deadline : plan.opensOn(),
                deadline,
                plan.signOffRequired(),
                plan.reminderDays(),
                plan.contact());
    }

    public Rounds rounds() {
        return beans.getBean(Rounds.class);
    }

    public Round round(UUID id) {
        return world.ask(association, () -> rounds().get(id));
    }

    public UUID begun(Tenant member, UUID round) {
        return world.ask(member, () -> beans.getBean(ReportBeginnings.class).begin(association.id(), round));
    }

    public ReportFile file(Tenant member, UUID report) {
        return world.ask(member, () -> beans.getBean(Reports.class).get(report));
    }

    public Answered answer(Tenant member, UUID report, String question, Answer answer) {
        return answer(member, report, question, new AnswerChange(answer, "", AnswerChange.WHATEVER));
    }

    public Answered answer(Tenant member, UUID report, String question, AnswerChange change) {
        return world.ask(member, () -> beans.getBean(Answering.class).answer(report, question, change));
    }

    public Submission submit(Tenant member, UUID report, int version) {
        return world.ask(member, () -> beans.getBean(Submitting.class).submit(report, version));
    }

    /** The association decides on a version, as evaluation does. */
    public void review(Tenant member, UUID round, int version, UnaryOperator<Review> changed) {
        var review = changed.apply(new Review(
                Review.Outcome.ACCEPTED,
                "",
                Map.of(),
                "Stina Stab",
                beans.getBean(Clock.class).instant(),
                null));
        world.in(association, () -> {
            beans.getBean(MemberShelf.class)
                    .publish(
                            Review.KIND,
                            Review.subject(round, member.id()),
                            version,
                            member.id(),
                            beans.getBean(JsonMapper.class).writeValueAsString(review));
            beans.publishEvent(new SubmissionReviewed(member.id(), association.id(), round, version));
        });
    }

    public static Review returned(Review review, String message, String question, String reason) {
        return new Review(
                Review.Outcome.RETURNED,
                message,
                Map.of(question, reason),
                review.decidedBy(),
                review.decidedAt(),
                null);
    }

    /** What a member reads on the shelf of the round now; nothing, if it may not. */
    public List<PublishedRound> published(Tenant reader, UUID round) {
        return world.ask(
                reader,
                () -> beans.getBean(MemberShelf.class).newest(PublishedRound.KIND).stream()
                        .filter(document -> document.subject().equals(round.toString()))
                        .map(document ->
                                beans.getBean(JsonMapper.class).readValue(document.content(), PublishedRound.class))
                        .toList());
    }
}
