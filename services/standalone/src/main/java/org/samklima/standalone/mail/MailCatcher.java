package org.samklima.standalone.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;

/** A mail server that keeps what it gets, and the page that shows it; both on loopback. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail smtp;
    private final HttpServer page;

    private MailCatcher(GreenMail smtp, HttpServer page) {
        this.smtp = smtp;
        this.page = page;
    }

    /**
     * @param folder where mails are kept for the next start
     * @throws IOException if a port is taken or the folder cannot be written
     */
    public static MailCatcher start(int smtpPort, int pagePort, Path folder) throws IOException {
        var mails = new CaughtMails(folder, Clock.systemDefaultZone());
        var page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
        page.createContext("/", new MailPage(mails)::answer);
        page.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        var everyone = new Everyone(smtp, mails);
        smtp.getUserManager().setMessageDeliveryHandler((mail, address) -> everyone);
        page.start();
        return new MailCatcher(smtp, page);
    }

    int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    int pagePort() {
        return page.getAddress().getPort();
    }

    @Override
    public void close() {
        page.stop(0);
        smtp.stop();
    }

    /** Whoever a mail is for, it ends up here. */
    private static final class Everyone extends UserImpl {

        private final transient CaughtMails mails;

        Everyone(GreenMail smtp, CaughtMails mails) {
            super("everyone@localhost", "everyone", "", smtp.getManagers().getImapHostManager());
            this.mails = mails;
        }

        @Override
        public void deliver(MovingMessage mail) {
            try {
                mails.keep(mail.getMessage());
            } catch (IOException | MessagingException failure) {
                throw new IllegalStateException("A mail could not be kept", failure);
            }
        }
    }
}
