package org.samklima.portal.reporting.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that colleagues leave each other beside the questions of a report. */
@Service
public class Notes {

    static final int LONGEST = 2000;

    private final Reports reports;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(Reports reports, JdbcClient jdbc, Clock clock) {
        this.reports = reports;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By question, oldest first. */
    @Transactional(readOnly = true)
    public Map<String, List<Note>> of(UUID report) {
        return jdbc
                .sql("SELECT id, question_code, body, author_id, author, written_at FROM report_note"
                        + " WHERE tenant_id = ? AND report_id = ? ORDER BY written_at, id")
                .params(Tenancy.tenantId(), report)
                .query(Notes::note)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Note::question));
    }

    /** @throws Problem not found, or if there is no text or too much */
    @Transactional
    public void write(UUID report, String question, String body) {
        var form = reports.get(report).form();
        if (form.question(question).isEmpty()) {
            throw Problem.notFound();
        }
        var stated = body.strip();
        if (stated.isEmpty() || stated.length() > LONGEST) {
            throw Problem.invalid("reporting.note.text", LONGEST);
        }
        var actor = Tenancy.actor();
        jdbc.sql("INSERT INTO report_note"
                        + " (tenant_id, id, report_id, question_code, body, author_id, author, written_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        Ids.next(),
                        report,
                        question,
                        stated,
                        actor.id(),
                        actor.name(),
                        OffsetDateTime.now(clock)))
                .update();
    }

    /**
     * Takes a note away, for whoever wrote it, and for a coordinator when it is dealt with.
     *
     * @throws Problem not found
     */
    @Transactional
    public void remove(UUID report, UUID note) {
        var actor = Tenancy.actor();
        int removed = jdbc.sql("DELETE FROM report_note WHERE tenant_id = ? AND report_id = ? AND id = ?"
                        + " AND (author_id = ? OR ?)")
                .params(Arrays.asList(Tenancy.tenantId(), report, note, actor.id(), actor.has(Role.COORDINATOR)))
                .update();
        if (removed == 0) {
            throw Problem.notFound();
        }
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getString("question_code"),
                row.getString("body"),
                row.getObject("author_id", UUID.class),
                row.getString("author"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
