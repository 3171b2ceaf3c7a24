package org.samklima.standalone.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest mails as files that any mail program opens. */
final class CaughtMails {

    static final int KEPT = 500;

    private static final Logger log = LoggerFactory.getLogger(CaughtMails.class);
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Clock clock;
    private long last;

    CaughtMails(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
    }

    /** Files a mail, named by its time so that the newest sorts last; the oldest above {@value #KEPT} goes. */
    synchronized void keep(MimeMessage mail) throws IOException, MessagingException {
        last = Math.max(last + 1, clock.millis());
        var unfinished = folder.resolve(last + ".part");
        try (var out = Files.newOutputStream(unfinished)) {
            mail.writeTo(out);
        }
        Files.move(unfinished, folder.resolve(last + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        for (var tooOld : files().stream().skip(KEPT).toList()) {
            Files.delete(tooOld);
        }
    }

    List<CaughtMail> newestFirst() throws IOException {
        var mails = new ArrayList<CaughtMail>();
        for (var file : files()) {
            try (var in = Files.newInputStream(file)) {
                mails.add(CaughtMail.of(new MimeMessage((Session) null, in)));
            } catch (MessagingException | IOException unreadable) {
                log.warn("Not readable as a mail: {}", file, unreadable);
            }
        }
        return mails;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
