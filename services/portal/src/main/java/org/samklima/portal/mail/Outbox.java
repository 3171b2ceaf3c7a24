package org.samklima.portal.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's mail: what waits, and for a while what was sent. */
@Repository
class Outbox {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Waiting(
            UUID id,
            String recipient,
            @Nullable String replyTo,
            @Nullable String unsubscribe,
            String subject,
            String body) {}

    /** @return its id; empty if the recipient has a mail on this occasion already */
    @Transactional
    Optional<UUID> add(Mail mail, String recipient, String subject, String body) {
        var id = Ids.next();
        int added = jdbc.sql("INSERT INTO outgoing_mail"
                        + " (tenant_id, id, occasion, recipient, reply_to, unsubscribe, subject, body, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, occasion, recipient) DO NOTHING")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        id,
                        mail.occasion(),
                        recipient,
                        mail.replyTo(),
                        mail.unsubscribe(),
                        subject,
                        body,
                        OffsetDateTime.now(clock)))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /**
     * Has a mail sent that still waits. Whoever else tries the same one, because this sender seemed to have died, waits until it
     * is clear what became of it.
     *
     * @param send throws if the mail server did not take it; then it goes on waiting
     */
    @Transactional
    void send(UUID id, Consumer<Waiting> send) {
        jdbc.sql("SELECT id, recipient, reply_to, unsubscribe, subject, body FROM outgoing_mail"
                        + " WHERE tenant_id = ? AND id = ? AND sent_at IS NULL FOR UPDATE")
                .params(Tenancy.tenantId(), id)
                .query(Outbox::waiting)
                .optional()
                .ifPresent(mail -> {
                    send.accept(mail);
                    sent(id);
                });
    }

    /** Notes that the mail server took it. */
    @Transactional
    void sent(UUID id) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("UPDATE outgoing_mail SET sent_at = ? WHERE tenant_id = ? AND id = ?")
                .params(now, Tenancy.tenantId(), id)
                .update();
        jdbc.sql("DELETE FROM outgoing_mail WHERE tenant_id = ? AND sent_at < ?")
                .params(Tenancy.tenantId(), now.minus(KEPT))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("reply_to"),
                row.getString("unsubscribe"),
                row.getString("subject"),
                row.getString("body"));
    }
}
