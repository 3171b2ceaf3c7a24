package org.samklima.standalone.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a mail.
 *
 * @param text plain, also where the mail only has HTML
 * @param sent null if the mail does not say
 */
record CaughtMail(
        String from, String to, String subject, @Nullable Instant sent, String text) {

    static CaughtMail of(MimeMessage mail) throws MessagingException, IOException {
        return new CaughtMail(
                addresses(mail.getFrom()),
                addresses(mail.getAllRecipients()),
                Objects.requireNonNullElse(mail.getSubject(), ""),
                Optional.ofNullable(mail.getSentDate()).map(Date::toInstant).orElse(null),
                text(mail).strip());
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return withoutTags(part.getContent().toString());
        }
        if (part.isMimeType("text/*")) {
            return part.getContent().toString();
        }
        return part.getContent() instanceof Multipart several ? plainestOf(several) : "";
    }

    private static String plainestOf(Multipart several) throws MessagingException, IOException {
        var text = "";
        for (int i = 0; i < several.getCount(); i++) {
            var part = several.getBodyPart(i);
            if (part.isMimeType("text/plain")) {
                return text(part);
            }
            if (text.isEmpty()) {
                text = text(part);
            }
        }
        return text;
    }

    /** Links keep their target; entities beyond those of markup itself are left as they are. */
    private static String withoutTags(String html) {
        return html.replaceAll("(?is)<(head|style|script).*?</\\1>", "")
                .replaceAll("(?is)<a\\s[^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", "$2 $1")
                .replaceAll("(?i)<(br|/p|/div|/h\\d|/li|/tr)\\b[^>]*>", "\n")
                .replaceAll("(?s)<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
