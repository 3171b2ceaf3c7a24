package org.samklima.portal.letterbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submit: a tenant puts an immutable, versioned copy into another tenant's letterbox. The sender keeps its own record
 * and cannot read the letterbox; the receiver cannot alter the copy; a correction is a new version. The receiver's own
 * member list is the permission: PostgreSQL itself refuses anyone else.
 */
@Component
public class Letterbox {

    private static final String COLUMNS = "sender_id, kind, subject, version, content, receipt, sent_by, received_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    Letterbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a letter from the bound tenant into the receiver's letterbox, in the transaction that writes the sender's own
     * record too.
     *
     * @param content JSON
     * @return the receipt
     * @throws Problem if this version has been sent already, or the sender is not a member of the receiver today
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt submit(UUID receiver, String kind, String subject, int version, String content) {
        var now = clock.instant();
        var receipt = Receipt.of(Tenancy.tenantId(), receiver, kind, subject, version, content, now);
        try {
            jdbc.sql("INSERT INTO received (tenant_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?::json, ?, ?, ?)")
                    .params(
                            receiver,
                            Tenancy.tenantId(),
                            kind,
                            subject,
                            version,
                            content,
                            receipt.number(),
                            Tenancy.actor().name(),
                            now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Problem.conflict("letterbox.sent-already");
        } catch (DataAccessException refused) {
            throw isRefusal(refused) ? Problem.conflict("letterbox.not-a-member") : refused;
        }
        return receipt;
    }

    /** Everything received of one kind about one subject, every version, oldest first. */
    @Transactional(readOnly = true)
    public List<Letter> received(String kind, String subject) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM received WHERE tenant_id = ? AND kind = ? AND subject = ?"
                        + " ORDER BY sender_id, version")
                .params(Tenancy.tenantId(), kind, subject)
                .query(Letterbox::letter)
                .list();
    }

    /** The newest version from each sender, without its content: what a board of many members needs. */
    @Transactional(readOnly = true)
    public List<Envelope> newest(String kind, String subject) {
        return jdbc.sql("SELECT DISTINCT ON (sender_id) sender_id, version, receipt, sent_by, received_at FROM received"
                        + " WHERE tenant_id = ? AND kind = ? AND subject = ? ORDER BY sender_id, version DESC")
                .params(Tenancy.tenantId(), kind, subject)
                .query((row, _) -> new Envelope(
                        row.getObject("sender_id", UUID.class),
                        row.getInt("version"),
                        row.getString("receipt"),
                        row.getString("sent_by"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What has come of one kind since then, about whatever subject; newest first, without the content. */
    @Transactional(readOnly = true)
    public List<Arrival> arrivedSince(String kind, Instant since, int atMost) {
        return jdbc.sql("SELECT sender_id, subject, version, received_at FROM received"
                        + " WHERE tenant_id = ? AND kind = ? AND received_at >= ? ORDER BY received_at DESC LIMIT ?")
                .params(Tenancy.tenantId(), kind, since.atOffset(ZoneOffset.UTC), atMost)
                .query((row, _) -> new Arrival(
                        row.getObject("sender_id", UUID.class),
                        row.getString("subject"),
                        row.getInt("version"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** That something came. */
    public record Arrival(UUID sender, String subject, int version, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Letter> received(UUID sender, String kind, String subject, int version) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM received"
                        + " WHERE tenant_id = ? AND sender_id = ? AND kind = ? AND subject = ? AND version = ?")
                .params(Tenancy.tenantId(), sender, kind, subject, version)
                .query(Letterbox::letter)
                .optional();
    }

    private static boolean isRefusal(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql
                && ("42501".equals(sql.getSQLState()) || "23503".equals(sql.getSQLState()));
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("sender_id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getInt("version"),
                row.getString("content"),
                row.getString("receipt"),
                row.getString("sent_by"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
