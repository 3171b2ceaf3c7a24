package org.samklima.portal.reporting.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Completeness;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every report of the bound tenant, and every open round it has not begun yet. A handful of queries, however many reports
 * there are.
 */
@Service
public class ReportList {

    private static final Comparator<ReportLine> DUE_FIRST = Comparator.comparing(
                    (ReportLine line) -> line.isDue() ? line.deadline() : null,
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(line -> -line.round().year())
            .thenComparing(line -> line.round().network().name())
            .thenComparing(line -> line.round().name());

    private final JdbcClient jdbc;
    private final RoundDocuments documents;
    private final AnswerStore answers;
    private final Tenants tenants;
    private final JsonMapper json;
    private final Clock clock;

    ReportList(
            JdbcClient jdbc,
            RoundDocuments documents,
            AnswerStore answers,
            Tenants tenants,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.answers = answers;
        this.tenants = tenants;
        this.json = json;
        this.clock = clock;
    }

    private record Row(UUID id, PublishedRound round, ReportState state, int submittedVersion) {}

    /** Those due first, the nearest deadline on top; then the others, newest year first. */
    @Transactional(readOnly = true)
    public List<ReportLine> all() {
        var member = tenants.get(Tenancy.tenantId());
        var rows = rows();
        var published = documents.published();
        var progress = progress(rows, member);
        var lines = new ArrayList<ReportLine>();
        for (var row : rows) {
            var round = published.remove(row.round.round());
            lines.add(line(row, round, progress.get(row.id), member));
        }
        published.values().stream()
                .filter(round -> round.accepts(member.id(), clock.instant()))
                .map(round -> new ReportLine(null, round, round.deadlineOf(member.id()), null, 0, true, true, 0, 0))
                .forEach(lines::add);
        lines.sort(DUE_FIRST);
        return lines;
    }

    private ReportLine line(Row row, @Nullable PublishedRound published, Completeness progress, Tenant member) {
        var round = published == null ? row.round : published;
        return new ReportLine(
                row.id,
                round,
                round.deadlineOf(member.id()),
                row.state,
                row.submittedVersion,
                published != null,
                published != null && published.accepts(member.id(), clock.instant()),
                progress.completed(),
                progress.asked());
    }

    private List<Row> rows() {
        return jdbc.sql("SELECT id, round, state, submitted_version FROM report WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("round"), PublishedRound.class),
                ReportState.valueOf(row.getString("state")),
                row.getInt("submitted_version"));
    }

    private Map<UUID, Completeness> progress(List<Row> rows, Tenant member) {
        var ids = rows.stream().map(Row::id).toList();
        var rounds = rows.stream().collect(Collectors.toMap(Row::id, row -> row.round.round()));
        var forms = documents.forms(ids, rounds);
        var given = answers.of(ids);
        return rows.stream()
                .collect(Collectors.toMap(
                        Row::id,
                        row -> Completeness.of(new FilledForm(
                                forms.get(row.id),
                                row.round.year(),
                                ReportFile.memberKindOf(member),
                                GivenAnswer.answers(
                                        given.getOrDefault(row.id, Map.of()).values())))));
    }
}
