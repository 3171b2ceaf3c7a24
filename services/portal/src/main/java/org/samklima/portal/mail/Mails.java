package org.samklima.portal.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes mail to people of the bound tenant. */
@Component
public class Mails {

    private final Outbox outbox;
    private final SchedulerClient scheduler;
    private final Tenants tenants;
    private final MessageSource messages;

    Mails(Outbox outbox, SchedulerClient scheduler, Tenants tenants, MessageSource messages) {
        this.outbox = outbox;
        this.scheduler = scheduler;
        this.tenants = tenants;
        this.messages = messages;
    }

    /**
     * In the bound tenant's first language.
     *
     * Leaves with the transaction, if it commits. Whoever was written to on this occasion before is left out.
     *
     * @param recipients e-mail addresses; each gets a mail of their own
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Mail mail, Collection<String> recipients) {
        write(mail, recipients, Locale.of(tenants.get(Tenancy.tenantId()).defaultLanguage()));
    }

    /** The same in a language that these recipients chose. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Mail mail, Collection<String> recipients, Locale language) {
        if (tenants.isClosed(Tenancy.tenantId())) {
            return; // Nobody works there any more.
        }
        var arguments = mail.arguments().toArray();
        var subject = messages.getMessage(mail.key() + ".subject", arguments, language);
        var body = messages.getMessage(mail.key() + ".body", arguments, language);
        for (var recipient : recipients) {
            outbox.add(mail, recipient, subject, body)
                    // Due at once, whatever a demonstration's clock says.
                    .ifPresent(id -> scheduler.scheduleIfNotExists(SendMail.job(id), Instant.now()));
        }
    }
}
