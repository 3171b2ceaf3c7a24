package org.samklima.portal.reporting.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.CarryOver;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The member's other reports: what it said to the same network in an earlier year, by question, and what it said to other
 * networks, by shared question. Of each network and form the newest report that is not younger than this one, as it was last
 * submitted; the answers of its draft, if it never was.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EarlierReports {

    /** An answer older than that is no help. */
    private static final int YEARS_BACK = 3;

    private final JdbcClient jdbc;
    private final RoundDocuments documents;
    private final AnswerStore answers;
    private final JsonMapper json;

    EarlierReports(JdbcClient jdbc, RoundDocuments documents, AnswerStore answers, JsonMapper json) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.answers = answers;
        this.json = json;
    }

    private record Row(
            UUID id, UUID round, UUID network, String networkName, String form, int year, boolean submitted) {

        boolean isSameForm(ReportFile file) {
            return network.equals(file.report().networkId())
                    && form.equals(file.form().code());
        }
    }

    /**
     * Another report of the member.
     *
     * @param sameForm whether it answered the same form to the same network
     */
    record Earlier(String networkName, boolean sameForm, FilledForm filled) {

        List<Proposal> proposals(CarryOver carryOver) {
            var candidates = sameForm ? carryOver.fromSameForm(filled) : carryOver.fromOtherForm(filled);
            var origin = Origin.ofReport(
                    sameForm ? Origin.Source.EARLIER_REPORT : Origin.Source.OTHER_NETWORK, networkName, filled.year());
            return candidates.values().stream()
                    .map(candidate -> new Proposal(candidate.question(), candidate.answer(), origin))
                    .toList();
        }
    }

    /** The newest year first; of one year, the same form first. */
    List<Earlier> to(ReportFile file) {
        return filled(newest(file), file).stream()
                .sorted(Comparator.comparing((Earlier earlier) -> -earlier.filled.year())
                        .thenComparing(earlier -> !earlier.sameForm))
                .toList();
    }

    private List<Row> newest(ReportFile file) {
        var newest = new LinkedHashMap<String, Row>();
        jdbc
                .sql(
                        "SELECT id, round_id, network_id, year, submitted_version, round -> 'network' ->> 'name' AS network_name,"
                                + " round ->> 'form' AS form FROM report"
                                + " WHERE tenant_id = ? AND id <> ? AND year BETWEEN ? AND ? ORDER BY year DESC, created_at DESC")
                .params(
                        Tenancy.tenantId(),
                        file.report().id(),
                        file.report().year() - YEARS_BACK,
                        file.report().year())
                .query(EarlierReports::row)
                .list()
                .stream()
                .filter(row -> !row.isSameForm(file) || row.year < file.report().year())
                .forEach(row -> newest.putIfAbsent(row.network + "/" + row.form, row));
        return new ArrayList<>(newest.values());
    }

    private List<Earlier> filled(List<Row> rows, ReportFile file) {
        var forms = documents.forms(
                rows.stream().map(Row::id).toList(), rows.stream().collect(Collectors.toMap(Row::id, Row::round)));
        var given = given(rows);
        return rows.stream()
                .map(row -> new Earlier(
                        row.networkName,
                        row.isSameForm(file),
                        new FilledForm(
                                forms.get(row.id),
                                row.year,
                                file.memberKind(),
                                given.getOrDefault(row.id, Answers.NONE))))
                .toList();
    }

    private Map<UUID, Answers> given(List<Row> rows) {
        var given = new HashMap<UUID, Answers>();
        jdbc.sql("SELECT DISTINCT ON (report_id) report_id, content FROM submission"
                        + " WHERE tenant_id = ? AND report_id = ANY (?) ORDER BY report_id, version DESC")
                .params(Tenancy.tenantId(), ids(rows, true))
                .query(row -> {
                    given.put(
                            row.getObject("report_id", UUID.class),
                            json.readValue(row.getString("content"), SubmittedReport.class)
                                    .toAnswers());
                });
        answers.of(List.of(ids(rows, false)))
                .forEach((report, drafted) -> given.put(report, GivenAnswer.answers(drafted.values())));
        return given;
    }

    private static UUID[] ids(List<Row> rows, boolean submitted) {
        return rows.stream()
                .filter(row -> row.submitted == submitted)
                .map(Row::id)
                .toArray(UUID[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("network_id", UUID.class),
                row.getString("network_name"),
                row.getString("form"),
                row.getInt("year"),
                row.getInt("submitted_version") > 0);
    }
}
