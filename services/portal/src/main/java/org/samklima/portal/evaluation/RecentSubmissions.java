package org.samklima.portal.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samklima.portal.home.RecentItem;
import org.samklima.portal.home.RecentItems;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.Members;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reports that came to an association. */
@Component
class RecentSubmissions implements RecentItems {

    private final Letterbox letterbox;
    private final Rounds rounds;
    private final Members members;
    private final MessageSource messages;

    RecentSubmissions(Letterbox letterbox, Rounds rounds, Members members, MessageSource messages) {
        this.letterbox = letterbox;
        this.rounds = rounds;
        this.members = members;
        this.messages = messages;
    }

    @Override
    public List<RecentItem> since(Tenant tenant, Actor person, Instant since, int atMost, Locale language) {
        if (!tenant.isAssociation() || !person.has(Role.STAFF, Role.BOARD, Role.MANAGER)) {
            return List.of();
        }
        var arrived = letterbox.arrivedSince(SubmittedReport.KIND, since, atMost);
        if (arrived.isEmpty()) {
            return List.of();
        }
        var byId = members.all().stream().collect(Collectors.toMap(Member::id, Function.identity()));
        var names = rounds.all().stream()
                .collect(Collectors.toMap(round -> round.id().toString(), Round::name));
        return arrived.stream()
                .map(arrival -> {
                    var member = byId.get(arrival.sender());
                    return new RecentItem(
                            messages.getMessage(
                                    "evaluation.recent.submitted",
                                    new Object[] {names.get(arrival.subject()), arrival.version()},
                                    language),
                            arrival.at(),
                            member.name(),
                            "/rounds/" + arrival.subject() + "/submissions/" + member.id());
                })
                .toList();
    }
}
