package org.samklima.portal.reporting.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.samklima.portal.home.RecentItem;
import org.samklima.portal.home.RecentItems;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.letterbox.ShelfDocument;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.reporting.report.Submissions;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rounds that opened for a member, and what networks said of its reports. */
@Component
class RecentReports implements RecentItems {

    private final MemberShelf shelf;
    private final Submissions submissions;
    private final JsonMapper json;
    private final MessageSource messages;

    RecentReports(MemberShelf shelf, Submissions submissions, JsonMapper json, MessageSource messages) {
        this.shelf = shelf;
        this.submissions = submissions;
        this.json = json;
        this.messages = messages;
    }

    @Override
    public List<RecentItem> since(Tenant tenant, Actor person, Instant since, int atMost, Locale language) {
        if (!person.has(Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER, Role.MANAGER)
                || tenant.isAssociation()) {
            return List.of();
        }
        return Stream.concat(
                        shelf.firstPublishedSince(PublishedRound.KIND, since).stream()
                                .map(document -> opened(document, language)),
                        submissions.reviewedSince(since, atMost).stream().map(review -> reviewed(review, language)))
                .toList();
    }

    private RecentItem opened(ShelfDocument document, Locale language) {
        var round = json.readValue(document.content(), PublishedRound.class);
        return new RecentItem(
                messages.getMessage("reporting.recent.opened", new Object[] {round.name()}, language),
                document.publishedAt(),
                round.network().name(),
                "/reports");
    }

    private RecentItem reviewed(Submissions.Reviewed review, Locale language) {
        var key = "reporting.recent." + review.outcome().name().toLowerCase(Locale.ROOT);
        return new RecentItem(
                messages.getMessage(key, new Object[] {review.round()}, language),
                review.at(),
                review.network(),
                "/reports/" + review.report());
    }
}
