package org.samklima.portal.reporting.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;

/**
 * A member's annual report to one network. It guards its own states; whoever changes it has locked its row first, so that
 * two who act at once come one after the other.
 */
@Entity
public class Report {

    static final int LONGEST_REFERENCE = 300;

    @TenantId
    private UUID tenantId;

    @Id
    private UUID id;

    private UUID networkId;
    private UUID roundId;
    private int year;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private int submittedVersion;

    @Nullable private String signedOffBy;

    @Nullable private Instant signedOffAt;

    @Nullable private String minutes;

    @Nullable private Instant startedAt;

    private Instant createdAt;
    private Instant changedAt;

    protected Report() {}

    /**
     * An answer changes.
     *
     * @throws Problem if the answers are locked
     */
    void change(Instant at) {
        requireEditable();
        changedAt = at;
    }

    /** @return whether this was the beginning */
    boolean start(Instant at) {
        if (startedAt != null) {
            return false;
        }
        startedAt = at;
        return true;
    }

    /**
     * A decision-maker stands behind the answers as they are.
     *
     * @param reference of the minutes
     * @throws Problem if there is nothing to sign off, or no reference
     */
    void signOff(String by, String reference, Instant at) {
        requireEditable();
        var stated = reference.strip();
        if (stated.isEmpty() || stated.length() > LONGEST_REFERENCE) {
            throw Problem.invalid("reporting.sign-off.reference", LONGEST_REFERENCE);
        }
        state = ReportState.SIGNED_OFF;
        signedOffBy = by;
        signedOffAt = at;
        minutes = stated;
        changedAt = at;
    }

    /**
     * The answers may change again, and need signing off again.
     *
     * @param returned whether the network sent back what was submitted last
     * @throws Problem if it is not signed off, or submitted already
     */
    void reopen(boolean returned, Instant at) {
        if (state != ReportState.SIGNED_OFF) {
            throw Problem.conflict("reporting.sign-off.none");
        }
        state = returned ? ReportState.RETURNED : ReportState.DRAFT;
        forgetSignOff();
        changedAt = at;
    }

    /**
     * A new draft begins; what was submitted stays with the network as it is.
     *
     * @throws Problem if nothing is handed in
     */
    void draftAgain(Instant at) {
        if (!state.isHandedIn()) {
            throw Problem.conflict("reporting.report.draft-already");
        }
        state = ReportState.DRAFT;
        forgetSignOff();
        changedAt = at;
    }

    /**
     * Becomes the next version.
     *
     * @param version that was meant to be submitted
     * @return it
     * @throws Problem if that version is submitted already, or the required sign-off is missing
     */
    int submit(int version, boolean signOffRequired, Instant at) {
        if (state.isHandedIn() || version != submittedVersion + 1) {
            throw Problem.conflict("reporting.submit.already", submittedVersion);
        }
        if (signOffRequired && state != ReportState.SIGNED_OFF) {
            throw Problem.conflict("reporting.submit.sign-off-missing");
        }
        state = ReportState.SUBMITTED;
        submittedVersion = version;
        changedAt = at;
        return version;
    }

    /** The network has spoken on one version. On an earlier one than the last, it changes nothing. */
    void reviewed(Review review, int version, Instant at) {
        if (version != submittedVersion) {
            return;
        }
        if (review.isReturn() && (state.isHandedIn() || state == ReportState.DRAFT)) {
            state = ReportState.RETURNED;
            forgetSignOff();
            changedAt = at;
        } else if (!review.isReturn() && state == ReportState.SUBMITTED) {
            state = ReportState.ACCEPTED;
            changedAt = at;
        }
    }

    private void requireEditable() {
        if (!state.isEditable()) {
            throw Problem.conflict("reporting.report.locked." + state.name().toLowerCase(Locale.ROOT));
        }
    }

    private void forgetSignOff() {
        signedOffBy = null;
        signedOffAt = null;
        minutes = null;
    }

    public UUID id() {
        return id;
    }

    public UUID networkId() {
        return networkId;
    }

    public UUID roundId() {
        return roundId;
    }

    public int year() {
        return year;
    }

    public ReportState state() {
        return state;
    }

    /** The last version that was submitted; 0 before the first. */
    public int submittedVersion() {
        return submittedVersion;
    }

    /** The version that the draft will become. */
    public int nextVersion() {
        return submittedVersion + 1;
    }

    public boolean isStarted() {
        return startedAt != null;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Of the answers as they are; null if nobody signed them off. */
    public SubmittedReport.@Nullable SignOff signOff() {
        return signedOffBy == null || minutes == null || signedOffAt == null
                ? null
                : new SubmittedReport.SignOff(signedOffBy, minutes, signedOffAt);
    }
}
