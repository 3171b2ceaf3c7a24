package org.samklima.portal.reporting.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.letterbox.ShelfDocument;
import org.samklima.portal.reporting.MoreTime;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rounds and their forms as a member knows them: from the network's shelf while it is a member, and from its own copy after
 * it left.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoundDocuments {

    private static final int MANY_ROUNDS = 500;

    private final MemberShelf shelf;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** By round. Only asked after a report of the bound tenant said that the round is one of its own. */
    private final Cache<UUID, ReportForm> forms =
            Caffeine.newBuilder().maximumSize(MANY_ROUNDS).build();

    RoundDocuments(MemberShelf shelf, JdbcClient jdbc, JsonMapper json) {
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As the network publishes it now; empty for whoever is no member today. */
    Optional<PublishedRound> published(UUID network, UUID round) {
        return shelf.newest(network, PublishedRound.KIND, round.toString()).map(this::round);
    }

    /** Of all networks that the bound tenant belongs to today, by round. */
    Map<UUID, PublishedRound> published() {
        var published = new HashMap<UUID, PublishedRound>();
        shelf.newest(PublishedRound.KIND).stream()
                .filter(document -> !document.network().equals(Tenancy.tenantId()))
                .map(this::round)
                .forEach(round -> published.put(round.round(), round));
        return published;
    }

    /** What the network granted; empty if it was granted to others. */
    Optional<MoreTime> moreTime(UUID network, UUID extension) {
        return shelf.newest(network, MoreTime.KIND, extension.toString())
                .map(document -> json.readValue(document.content(), MoreTime.class));
    }

    /** The form that the network published with the round, as JSON. */
    Optional<String> publishedForm(UUID network, UUID round) {
        return shelf.newest(network, PublishedRound.FORM_KIND, round.toString()).map(ShelfDocument::content);
    }

    /** The round as the report kept it. */
    PublishedRound kept(UUID report) {
        return jdbc.sql("SELECT round FROM report WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), report)
                .query((row, _) -> json.readValue(row.getString("round"), PublishedRound.class))
                .single();
    }

    ReportForm form(Report report) {
        return forms(List.of(report.id()), Map.of(report.id(), report.roundId()))
                .get(report.id());
    }

    /**
     * The forms of several reports, by report.
     *
     * @param rounds the round of each report
     */
    Map<UUID, ReportForm> forms(Collection<UUID> reports, Map<UUID, UUID> rounds) {
        var found = new HashMap<UUID, ReportForm>();
        reports.forEach(report -> {
            var known = forms.getIfPresent(rounds.get(report));
            if (known != null) {
                found.put(report, known);
            }
        });
        var unknown =
                reports.stream().filter(report -> !found.containsKey(report)).toArray(UUID[]::new);
        if (unknown.length > 0) {
            jdbc.sql("SELECT id, form FROM report WHERE tenant_id = ? AND id = ANY (?)")
                    .params(Tenancy.tenantId(), unknown)
                    .query(row -> {
                        var report = row.getObject("id", UUID.class);
                        var form = json.readValue(row.getString("form"), ReportForm.class);
                        forms.put(rounds.get(report), form);
                        found.put(report, form);
                    });
        }
        return found;
    }

    private PublishedRound round(ShelfDocument document) {
        return json.readValue(document.content(), PublishedRound.class);
    }
}
