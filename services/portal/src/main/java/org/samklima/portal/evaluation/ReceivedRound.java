package org.samklima.portal.evaluation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.network.Member;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Deadlines;
import org.samklima.portal.reporting.Round;
import org.samklima.published.MemberKind;

/**
 * A round with everything that an association knows of it.
 *
 * @param members whom the form asks: those present on the round's last day, or today if that is earlier, and whoever
 *     reported or was granted a day of its own; by name
 * @param started when those who have begun did so
 * @param received every version of each member's report, oldest first
 */
record ReceivedRound(
        Round round,
        ReportForm form,
        Deadlines deadlines,
        List<Member> members,
        Map<UUID, Instant> started,
        Map<UUID, List<Received>> received) {

    /** @throws Problem not found, if the round does not concern this member */
    Member member(UUID id) {
        return members.stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Oldest first; empty if the member has not submitted. */
    List<Received> versions(UUID member) {
        return received.getOrDefault(member, List.of());
    }

    @Nullable Received newest(UUID member) {
        var versions = versions(member);
        return versions.isEmpty() ? null : versions.getLast();
    }

    /** Which version of the member's report counts. */
    Optional<Received> counting(UUID member, Basis basis) {
        Predicate<Received> counts = basis == Basis.ACCEPTED ? Received::isAccepted : _ -> true;
        return versions(member).reversed().stream().filter(counts).findFirst();
    }

    /** By member, in the order of the members. */
    Map<UUID, FilledForm> reports(Basis basis) {
        var reports = new LinkedHashMap<UUID, FilledForm>();
        members.forEach(
                member -> counting(member.id(), basis).ifPresent(version -> reports.put(member.id(), filled(version))));
        return reports;
    }

    FilledForm filled(Received version) {
        var report = version.report();
        return new FilledForm(form, round.year(), report.member().kind(), report.toAnswers());
    }

    AnsweredRound answered(Basis basis) {
        var kinds = new EnumMap<MemberKind, Integer>(MemberKind.class);
        members.forEach(member -> kinds.merge(kind(member), 1, Integer::sum));
        return new AnsweredRound(form, round.year(), kinds, reports(basis));
    }

    static MemberKind kind(Member member) {
        return MemberKind.valueOf(member.kind().name());
    }
}
