package org.samklima.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class NotTakenTests {

    @Test
    void the_log_reads_what_the_server_answered_but_not_whose_mail_it_was() throws Exception {
        var refused = new SMTPAddressFailedException(
                new InternetAddress("hilda@example.org"), "RCPT TO", 550, "550 <hilda@example.org> unknown");
        var failure = new MailSendException(
                Map.of("hilda@example.org", new SendFailedException("Invalid Addresses: hilda@example.org", refused)));

        assertThat(new NotTaken(failure))
                .hasMessage("The mail server answered 550 (SendFailedException)")
                .hasNoCause();
    }

    @Test
    void without_an_answer_the_kind_of_failure_is_told() {
        assertThat(new NotTaken(
                        new MailAuthenticationException(new MessagingException("user samklima, password 1234"))))
                .hasMessage("The mail server did not take the mail (MessagingException)");
    }
}
