package org.samklima.portal.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantArrived;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of the bound association. Every change that members can see is on their shelf when the transaction commits. */
@Service
public class Rounds {

    private final StoredRounds rounds;
    private final StoredExtensions extensions;
    private final RoundShelf shelf;
    private final RoundJob job;
    private final Members members;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rounds(
            StoredRounds rounds,
            StoredExtensions extensions,
            RoundShelf shelf,
            RoundJob job,
            Members members,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.extensions = extensions;
        this.shelf = shelf;
        this.job = job;
        this.members = members;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The newest year first. */
    @Transactional(readOnly = true)
    public List<Round> all() {
        return rounds.findAllByOrderByYearDescOpensOnDescName();
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public Round get(UUID id) {
        return found(id);
    }

    /** Every extension ever granted in the round, oldest first. */
    @Transactional(readOnly = true)
    public List<Extension> extensions(UUID id) {
        return extensions.findByRoundIdOrderByGrantedAt(id);
    }

    /** Until when each member may hand in. */
    @Transactional(readOnly = true)
    public Deadlines deadlines(UUID id) {
        return deadlines(found(id));
    }

    /** @throws Problem if the plan cannot be, or the form has a round for that year */
    @Transactional
    public Round plan(RoundPlan plan) {
        var round = new Round(plan, zone(), clock.instant());
        checkForm(plan, round.id());
        rounds.save(round);
        job.schedule(timetable(round));
        audit.record("round.planned", "round", round.id(), told(round));
        return round;
    }

    /** @throws Problem if it has opened, the plan cannot be, or the form has another round for that year */
    @Transactional
    public void change(UUID id, RoundPlan plan) {
        var round = forChange(id);
        checkForm(plan, id);
        round.change(plan, zone(), clock.instant());
        job.schedule(timetable(round));
        audit.record("round.changed", "round", id, told(round));
    }

    /** @throws Problem if it has opened */
    @Transactional
    public void drop(UUID id) {
        var round = forChange(id);
        round.drop();
        rounds.delete(round);
        audit.record("round.dropped", "round", id, told(round));
    }

    /** @throws Problem if it has opened before, or its deadline is past */
    @Transactional
    public void open(UUID id) {
        open(forChange(id));
    }

    private void open(Round round) {
        round.open(zone(), clock.instant());
        shelf.publishForm(round);
        changed(round, "round.opened", Map.of());
        events.publishEvent(new RoundOpened(Tenancy.tenantId(), round.id()));
    }

    /**
     * A later deadline for all.
     *
     * @throws Problem if the round is not open, the day is not a later one, or there is no reason
     */
    @Transactional
    public void extend(UUID id, LocalDate deadline, String reason) {
        var round = forChange(id);
        var extension = extensions.save(round.extend(deadline, reason, actor(), zone(), clock.instant()));
        changed(round, "round.extended", Map.of("deadline", deadline, "reason", reason.strip()));
        granted(extension);
    }

    /**
     * A later deadline for one member, also after the round has closed.
     *
     * @throws Problem if members do not report, the day is not a later one, there is no reason, or nobody such is a member
     */
    @Transactional
    public void extendFor(UUID id, UUID memberId, LocalDate deadline, String reason) {
        var round = forChange(id);
        var member = members.find(memberId)
                .filter(found -> found.isPresent(members.today()))
                .orElseThrow(Problem::notFound);
        var present = deadlines(round).of(memberId).day();
        var extension =
                extensions.save(round.extendFor(memberId, present, deadline, reason, actor(), zone(), clock.instant()));
        changed(
                round,
                "round.extended-for-member",
                Map.of("member", member.name(), "deadline", deadline, "reason", reason.strip()));
        granted(extension);
    }

    private void granted(Extension extension) {
        shelf.publish(extension);
        events.publishEvent(new ExtensionGranted(Tenancy.tenantId(), extension.roundId(), extension.getId()));
    }

    /** Ends all deadlines, the extended ones included. It does not open again. */
    @Transactional
    public void close(UUID id) {
        close(forChange(id));
    }

    private void close(Round round) {
        round.close(clock.instant());
        changed(round, "round.closed", Map.of());
    }

    /** To be told when an edition of the round was published; again for a corrected one. */
    @Transactional
    public void published(UUID id) {
        var round = forChange(id);
        round.published();
        changed(round, "round.published", Map.of());
    }

    /** To be told when the last edition of the round was withdrawn. */
    @Transactional
    public void withdrawn(UUID id) {
        var round = forChange(id);
        round.withdrawn();
        changed(round, "round.withdrawn", Map.of());
    }

    /**
     * Does what is due by the round's timetable: opens it, has members reminded, closes it. Doing it again changes nothing, nor
     * does somebody who does the same by hand at that moment: one waits for the other.
     */
    @Transactional
    void keepTimetable(UUID id) {
        rounds.findForChangeById(id).ifPresent(round -> {
            var now = clock.instant();
            if (timetable(round).opensAt(now)) {
                open(round);
            }
            var timetable = timetable(round);
            timetable
                    .toRemind(members.present().stream().map(Member::id), now)
                    .forEach(member -> events.publishEvent(new ReminderDue(member, Tenancy.tenantId(), id)));
            round.handled(now);
            if (timetable.closesAt(now)) {
                close(round);
            }
            job.schedule(timetable(round));
        });
    }

    /** The job queue of another deployment stayed there. */
    @TenantListener
    void on(TenantArrived arrived) {
        rounds.findByStateIn(List.of(RoundState.PLANNED, RoundState.OPEN))
                .forEach(round -> job.schedule(timetable(round)));
    }

    private void changed(Round round, String action, Map<String, ?> detail) {
        shelf.publish(round, deadlines(round));
        job.schedule(timetable(round));
        Map<String, Object> told = told(round);
        told.putAll(detail);
        audit.record(action, "round", round.id(), told);
    }

    private void checkForm(RoundPlan plan, UUID id) {
        shelf.checkForm(plan);
        if (rounds.existsByFormIdAndYearAndIdNot(plan.formId(), plan.year(), id)) {
            throw Problem.conflict("reporting.round.exists", plan.year());
        }
    }

    private Round found(UUID id) {
        return rounds.findById(id).orElseThrow(Problem::notFound);
    }

    private Round forChange(UUID id) {
        return rounds.findForChangeById(id).orElseThrow(Problem::notFound);
    }

    private Timetable timetable(Round round) {
        return new Timetable(round, deadlines(round), zone());
    }

    private Deadlines deadlines(Round round) {
        return Deadlines.of(round, extensions.findByRoundIdOrderByGrantedAt(round.id()), zone());
    }

    private ZoneId zone() {
        return tenant().timeZone();
    }

    private Tenant tenant() {
        return tenants.get(Tenancy.tenantId());
    }

    private static String actor() {
        return Tenancy.actor().name();
    }

    private static Map<String, Object> told(Round round) {
        var told = new LinkedHashMap<String, Object>();
        told.put("round", round.name());
        told.put("year", round.year());
        return told;
    }
}
