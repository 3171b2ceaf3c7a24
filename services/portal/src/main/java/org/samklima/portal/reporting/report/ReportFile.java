package org.samklima.portal.reporting.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samklima.portal.forms.Completeness;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.MemberKind;

/**
 * A report with all that belongs to it: what a page shows of it, and what is submitted.
 *
 * @param member whose report it is
 * @param round as it is published now, or, for whoever left the network, as it was kept
 * @param isMember whether the tenant is a member of the network today
 * @param given what stands at each question, by code
 */
public record ReportFile(
        Report report,
        Tenant member,
        PublishedRound round,
        boolean isMember,
        ReportForm form,
        Map<String, GivenAnswer> given) {

    public Optional<GivenAnswer> given(String question) {
        return Optional.ofNullable(given.get(question));
    }

    /** The same with one answer changed. */
    ReportFile with(GivenAnswer changed) {
        var others = new HashMap<>(given);
        others.put(changed.question(), changed);
        return new ReportFile(report, member, round, isMember, form, others);
    }

    /** The form filled in with the answers as they are; a proposal nobody accepted is no answer. */
    public FilledForm filled() {
        return new FilledForm(form, report.year(), memberKind(), GivenAnswer.answers(given.values()));
    }

    public Completeness completeness() {
        return Completeness.of(filled());
    }

    public MemberKind memberKind() {
        return memberKindOf(member);
    }

    static MemberKind memberKindOf(Tenant member) {
        return MemberKind.valueOf(member.kind().name());
    }

    public Deadline deadline() {
        return round.deadlineOf(member.id());
    }

    /** Whether the network would take it at this moment. */
    public boolean isTaken(Instant at) {
        return isMember && round.accepts(member.id(), at);
    }
}
