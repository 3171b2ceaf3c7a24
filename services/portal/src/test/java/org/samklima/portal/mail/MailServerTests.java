package org.samklima.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.security.cert.CertificateException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** How the portal talks to a mail server that wants TLS from the first byte on, by what stands in {@code application.yaml}. */
class MailServerTests {

    /** Its certificate is GreenMail's own, for which nobody vouches. */
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_there_by_tls() {
        sending(
                sender -> {
                    sender.send(mail());

                    assertThat(server.getReceivedMessages()).hasSize(1);
                },
                "SAMKLIMA_MAIL_TLS=true",
                "spring.mail.properties.mail.smtp.ssl.trust=*",
                "spring.mail.properties.mail.smtp.ssl.checkserveridentity=false");
    }

    @Test
    void no_mail_is_given_to_a_server_that_nobody_vouches_for() {
        sending(
                sender -> {
                    assertThatThrownBy(() -> sender.send(mail()))
                            .hasStackTraceContaining("unable to find valid certification path");

                    assertThat(server.getReceivedMessages()).isEmpty();
                },
                "SAMKLIMA_MAIL_TLS=true");
    }

    @Test
    void no_mail_is_given_to_a_server_whose_certificate_has_another_name() {
        sending(
                sender -> {
                    assertThatThrownBy(() -> sender.send(mail()))
                            .hasRootCauseInstanceOf(CertificateException.class)
                            .hasStackTraceContaining("HostnameChecker");

                    assertThat(server.getReceivedMessages()).isEmpty();
                },
                "SAMKLIMA_MAIL_TLS=true",
                "spring.mail.properties.mail.smtp.ssl.trust=*");
    }

    private static SimpleMailMessage mail() {
        var mail = new SimpleMailMessage();
        mail.setFrom("samklima@example.org");
        mail.setTo("somebody@example.org");
        mail.setText("Hello");
        return mail;
    }

    private void sending(Consumer<JavaMailSender> attempt, String... settings) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withPropertyValues(settings)
                .withPropertyValues(
                        "SAMKLIMA_MAIL_HOST=127.0.0.1",
                        "SAMKLIMA_MAIL_PORT=" + server.getSmtps().getPort())
                .run(context -> attempt.accept(context.getBean(JavaMailSender.class)));
    }
}
