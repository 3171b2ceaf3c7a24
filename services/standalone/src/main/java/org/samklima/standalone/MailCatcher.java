package org.samklima.standalone;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes every mail that the system sends, delivers none, and shows them on a page. They stay for the next start. */
final class MailCatcher implements AutoCloseable {

    private static final int SHOWN = 200;

    private final GreenMail smtp;
    private final HttpServer page;
    private final Path folder;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor();

    private MailCatcher(GreenMail smtp, HttpServer page, Path folder) {
        this.smtp = smtp;
        this.page = page;
        this.folder = folder;
    }

    static MailCatcher start(int smtpPort, int pagePort, Path folder) throws IOException {
        Files.createDirectories(folder);
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        var page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
        var catcher = new MailCatcher(smtp, page, folder);
        page.createContext("/", catcher::show);
        page.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        page.start();
        catcher.keeper.scheduleWithFixedDelay(catcher::keep, 1, 1, TimeUnit.SECONDS);
        return catcher;
    }

    /** Files what came in, named by its time so that the newest sorts last. */
    private synchronized void keep() {
        try {
            for (var mail : smtp.getReceivedMessages()) {
                var name = "%d-%s.eml".formatted(System.currentTimeMillis(), Integer.toHexString(mail.hashCode()));
                try (var out = Files.newOutputStream(folder.resolve(name))) {
                    mail.writeTo(out);
                }
            }
            smtp.purgeEmailFromAllMailboxes();
        } catch (IOException | MessagingException | com.icegreen.greenmail.store.FolderException failure) {
            System.err.println("A caught mail could not be kept: " + failure.getMessage());
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        keep();
        var html = new StringBuilder(HEAD);
        for (var mail : newest()) {
            html.append(article(mail));
        }
        var body = html.append("</main>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private List<MimeMessage> newest() throws IOException {
        var mails = new ArrayList<MimeMessage>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).limit(SHOWN).toList()) {
                try (var in = Files.newInputStream(file)) {
                    mails.add(new MimeMessage((Session) null, in));
                } catch (MessagingException unreadable) {
                    System.err.println("A kept mail could not be read: " + file);
                }
            }
        }
        return mails;
    }

    private static String article(MimeMessage mail) throws IOException {
        try {
            return "<article><h2>%s</h2><p class=meta>%s &rarr; %s, %s</p><pre>%s</pre></article>"
                    .formatted(
                            escape(Objects.requireNonNullElse(mail.getSubject(), "")),
                            escape(address(mail.getFrom())),
                            escape(address(mail.getAllRecipients())),
                            escape(String.valueOf(mail.getSentDate())),
                            escape(text(mail))
                                    .replaceAll("(https?://[^\\s<>&]+(?:&amp;[^\\s<>&]+)*)", "<a href=\"$1\">$1</a>"));
        } catch (MessagingException unreadable) {
            return "<article><p>" + escape(String.valueOf(unreadable.getMessage())) + "</p></article>";
        }
    }

    private static String address(jakarta.mail.Address[] addresses) {
        return addresses == null
                ? ""
                : String.join(
                        ", ", List.of(addresses).stream().map(Object::toString).toList());
    }

    /** The plain text where there is one. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart several) {
            String first = "";
            for (int i = several.getCount() - 1; i >= 0; i--) {
                BodyPart each = several.getBodyPart(i);
                first = text(each);
                if (each.isMimeType("text/plain")) {
                    return first;
                }
            }
            return first;
        }
        return "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        keeper.shutdown();
        page.stop(0);
        keep();
        smtp.stop();
    }

    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Caught mail – Samklima</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:46rem;padding:0 1rem;color:#1c2321}
            article{border-top:1px solid #d5dcd9;padding:1rem 0}h2{font-size:1.1rem;margin:0}.meta{color:#54605c;margin:.2rem 0}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}</style>
            <main><h1>Caught mail</h1><p>What the system would have sent, newest first. Reload to see more.</p>
            """;
}
