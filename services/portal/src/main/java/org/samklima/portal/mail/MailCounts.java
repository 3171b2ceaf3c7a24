package org.samklima.portal.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.samklima.portal.operations.Counted;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of mails: on this portal as it happens, and over all tenants those that no server took. */
@Component
class MailCounts implements Counted {

    final Counter sent;
    final Counter refused;
    final Counter givenUp;
    private final JdbcClient jdbc;

    MailCounts(MeterRegistry metrics, JdbcClient jdbc) {
        this.sent = counter(metrics, "sent");
        this.refused = counter(metrics, "refused");
        this.givenUp = counter(metrics, "given_up");
        this.jdbc = jdbc;
    }

    @Override
    public List<Count> inTheTenant() {
        var unsent = jdbc.sql("SELECT count(*) FROM outgoing_mail WHERE tenant_id = ? AND sent_at IS NULL")
                .param(Tenancy.tenantId())
                .query(Long.class)
                .single();
        return List.of(new Count("mails.stored", "unsent", unsent));
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("samklima.mails")
                .description("Tries to hand a mail to the mail server")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
