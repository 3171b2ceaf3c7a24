package org.samklima.portal.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;

/** One form, one year, one deadline: what an association asks of its members. It guards its own states. */
@Entity
public class Round {

    static final int LONGEST_REASON = 1000;

    @TenantId
    private UUID tenantId;

    @Id
    private UUID id;

    private UUID formId;
    private int formVersion;
    private String name;
    private int year;

    @Enumerated(EnumType.STRING)
    private RoundState state;

    private LocalDate opensOn;
    private LocalDate deadline;
    private boolean signOffRequired;
    private Integer[] reminderDays;
    private String contact;

    @Nullable private Instant openedAt;

    @Nullable private Instant closedAt;

    private Instant handledUntil;
    private int shelfVersion;

    @Version
    private @Nullable Integer lockVersion;

    private Instant createdAt;

    protected Round() {}

    /** @throws Problem if the opening day is over already */
    Round(RoundPlan plan, ZoneId zone, Instant at) {
        this.id = Ids.next();
        this.state = RoundState.PLANNED;
        this.createdAt = at;
        this.handledUntil = at;
        settle(plan, zone, at);
    }

    /** @throws Problem if it has opened, or the new opening day is over already */
    void change(RoundPlan plan, ZoneId zone, Instant at) {
        require(RoundState.PLANNED);
        settle(plan, zone, at);
    }

    private void settle(RoundPlan plan, ZoneId zone, Instant at) {
        if (new Deadline(plan.opensOn(), zone).isPast(at)) {
            throw Problem.invalid("reporting.round.invalid.opening-past");
        }
        formId = plan.formId();
        formVersion = plan.formVersion();
        name = plan.name();
        year = plan.year();
        opensOn = plan.opensOn();
        deadline = plan.deadline();
        signOffRequired = plan.signOffRequired();
        reminderDays = plan.reminderDays().toArray(Integer[]::new);
        contact = plan.contact();
    }

    /** @throws Problem if it has opened */
    void drop() {
        require(RoundState.PLANNED);
    }

    /** @throws Problem if it has opened before, or its deadline is past */
    void open(ZoneId zone, Instant at) {
        require(RoundState.PLANNED);
        if (deadline(zone).isPast(at)) {
            throw Problem.conflict("reporting.round.deadline-past", name);
        }
        state = RoundState.OPEN;
        openedAt = at;
        opensOn = at.atZone(zone).toLocalDate();
        handledUntil = at;
    }

    /** @throws Problem if it is not open, the day is not a later one, or there is no reason */
    Extension extend(LocalDate day, String reason, String by, ZoneId zone, Instant at) {
        require(RoundState.OPEN);
        requireLater(day, deadline, zone, at);
        var extension = new Extension(id, null, day, stated(reason), by, at);
        deadline = day;
        return extension;
    }

    /**
     * Also after the round has closed: a report that was returned must be able to come back.
     *
     * @param present the member's deadline as it was
     * @throws Problem if members do not report, the day is not a later one, or there is no reason
     */
    Extension extendFor(
            UUID member, LocalDate present, LocalDate day, String reason, String by, ZoneId zone, Instant at) {
        require(RoundState.OPEN, RoundState.CLOSED);
        requireLater(day, present, zone, at);
        return new Extension(id, member, day, stated(reason), by, at);
    }

    private static void requireLater(LocalDate day, LocalDate present, ZoneId zone, Instant at) {
        if (!day.isAfter(present) || new Deadline(day, zone).isPast(at) || day.getYear() > present.getYear() + 10) {
            throw Problem.invalid("reporting.round.invalid.extension-not-later", present);
        }
    }

    private static String stated(String reason) {
        var stated = reason.strip();
        if (stated.isEmpty() || stated.length() > LONGEST_REASON) {
            throw Problem.invalid("reporting.round.invalid.reason", LONGEST_REASON);
        }
        return stated;
    }

    /** @throws Problem if it is not open */
    void close(Instant at) {
        require(RoundState.OPEN);
        state = RoundState.CLOSED;
        closedAt = at;
    }

    /** An edition of it stands on the public shelf; a corrected edition changes nothing here. */
    void published() {
        require(RoundState.CLOSED, RoundState.PUBLISHED);
        state = RoundState.PUBLISHED;
    }

    /** No edition of it stands on the public shelf any more. */
    void withdrawn() {
        require(RoundState.CLOSED, RoundState.PUBLISHED);
        state = RoundState.CLOSED;
    }

    private void require(RoundState... any) {
        if (!EnumSet.copyOf(Arrays.asList(any)).contains(state)) {
            throw Problem.conflict("reporting.round.state." + state.name().toLowerCase(Locale.ROOT), name);
        }
    }

    /** Its timetable has been carried out up to this moment. */
    void handled(Instant until) {
        handledUntil = until;
    }

    int nextShelfVersion() {
        return ++shelfVersion;
    }

    Instant handledUntil() {
        return handledUntil;
    }

    public UUID id() {
        return id;
    }

    public UUID formId() {
        return formId;
    }

    public int formVersion() {
        return formVersion;
    }

    public String name() {
        return name;
    }

    public int year() {
        return year;
    }

    public RoundState state() {
        return state;
    }

    public boolean is(RoundState... any) {
        return Set.of(any).contains(state);
    }

    /** The planned day, once it is open the day on which it did. */
    public LocalDate opensOn() {
        return opensOn;
    }

    /** For all who have no extension of their own. */
    public LocalDate deadline() {
        return deadline;
    }

    public Deadline deadline(ZoneId zone) {
        return new Deadline(deadline, zone);
    }

    public boolean signOffRequired() {
        return signOffRequired;
    }

    public List<Integer> reminderDays() {
        return List.of(reminderDays);
    }

    public String contact() {
        return contact;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** As it could be planned again. */
    public RoundPlan plan() {
        return new RoundPlan(
                formId, formVersion, name, year, opensOn, deadline, signOffRequired, reminderDays(), contact);
    }
}
