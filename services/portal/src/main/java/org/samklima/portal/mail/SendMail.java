package org.samklima.portal.mail;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * The job that hands one mail to the mail server. A server that refuses is tried again after 1, 2, 4 … minutes, for almost three days; a mail it never took stays in the outbox, unsent.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class SendMail {

    private static final String TASK = "send-mail";
    private static final int TRIES = 12;
    private static final int SECONDS_TO_NOTE = 20;

    /** The job's id carries the tenant and the mail; it has no content. Mail waits for everything that somebody waits for. */
    static TaskInstance<Void> job(UUID mail) {
        return new TaskInstance<>(TASK, Tenancy.tenantId() + "/" + mail, () -> null, Priority.LOW);
    }

    @Bean
    Task<Void> sendMailTask(Outbox outbox, JavaMailSender server, MailProperties properties, MailCounts counts) {
        return Tasks.oneTime(TASK)
                .onFailure(new MaxRetriesFailureHandler<>(
                        TRIES,
                        new ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1), 2),
                        (_, _) -> counts.givenUp.increment()))
                .execute((job, _) -> {
                    var ids = job.getId().split("/");
                    Tenancy.inTenant(
                            UUID.fromString(ids[0]),
                            Actor.SYSTEM,
                            () -> send(UUID.fromString(ids[1]), outbox, server, properties, counts));
                });
    }

    private static void send(
            UUID id, Outbox outbox, JavaMailSender server, MailProperties properties, MailCounts counts) {
        var taken = new AtomicBoolean();
        try {
            outbox.send(id, mail -> {
                hand(message(mail, server, properties), server, counts);
                taken.set(true);
            });
        } catch (RuntimeException failure) {
            if (!taken.get()) {
                throw failure;
            }
            noteAfterAll(id, outbox, failure);
        }
    }

    private static void hand(MimeMessage message, JavaMailSender server, MailCounts counts) {
        try {
            server.send(message);
        } catch (MailException failure) {
            counts.refused.increment();
            throw new NotTaken(failure);
        }
        counts.sent.increment();
    }

    /** The database went away while the mail server took the mail: who only tries again sends it twice. */
    private static void noteAfterAll(UUID id, Outbox outbox, RuntimeException failure) {
        for (int seconds = 0; seconds < SECONDS_TO_NOTE; seconds++) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            try {
                outbox.sent(id);
                return;
            } catch (RuntimeException stillAway) {
                failure.addSuppressed(stillAway);
            }
        }
        throw failure;
    }

    private static MimeMessage message(Outbox.Waiting mail, JavaMailSender server, MailProperties properties) {
        try {
            var message = server.createMimeMessage();
            var content = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            content.setFrom(properties.from());
            content.setTo(mail.recipient());
            if (mail.replyTo() != null) {
                content.setReplyTo(mail.replyTo());
            }
            content.setSubject(mail.subject().replaceAll("\\p{Cntrl}+", " "));
            content.setText(mail.body());
            // The same at every try: a mail that was taken without a word about it is known again by whoever gets it
            // twice.
            message.setHeader("Message-ID", "<" + mail.id() + "@" + properties.domain() + ">");
            // So that an absent colleague's machine does not answer ours.
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.unsubscribe() != null) {
                message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            return message;
        } catch (MessagingException impossible) {
            throw new MailParseException(impossible);
        }
    }
}
