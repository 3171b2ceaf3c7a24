package org.samklima.portal;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The mail server of all tests, which share it: each looks only for what its own people got. */
public final class TestMail {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private static final GreenMail SERVER = started();

    private TestMail() {}

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** Waits for so many mails to the address. */
    public static List<MimeMessage> to(String address, int count) {
        return await().atMost(A_WHILE).until(() -> to(address), mails -> mails.size() >= count);
    }

    /** What has come to the address so far. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
