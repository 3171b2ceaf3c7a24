package org.samklima.portal.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.samklima.portal.home.DueLine;
import org.samklima.portal.mail.Mail;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words a reminder: what is late, what is near, where each is done, and where reminders are tuned or switched off. */
@Component
class ReminderLetter {

    private final MessageSource messages;
    private final String portal;

    ReminderLetter(MessageSource messages, @Value("${samklima.portal-url}") String portal) {
        this.messages = messages;
        this.portal = portal;
    }

    /** @param day whose mail it is: nobody gets two on one */
    Mail of(Digest digest, Tenant tenant, LocalDate day, UnsubscribeSecret secret, Locale language) {
        var unsubscribe = portal + "/unsubscribe/" + tenant.slug() + "/" + secret.text();
        return new Mail(
                "reminders:" + day,
                "reminders.mail",
                null,
                List.of(
                        tenant.name(),
                        summary(digest, language),
                        parts(digest, language),
                        portal + "/" + tenant.slug() + "/reminders",
                        unsubscribe),
                unsubscribe);
    }

    private String summary(Digest digest, Locale language) {
        var parts = new ArrayList<String>();
        if (!digest.late().isEmpty()) {
            parts.add(word("summary.late", language, digest.late().size()));
        }
        if (!digest.due().isEmpty()) {
            parts.add(word("summary.due", language, digest.due().size(), digest.until()));
        }
        if (parts.isEmpty()) {
            parts.add(word("summary.hints", language, digest.hints().size()));
        }
        return String.join(", ", parts);
    }

    private String parts(Digest digest, Locale language) {
        return part("late", digest.late(), digest, language)
                + part("due", digest.due(), digest, language)
                + part("hints", digest.hints(), digest, language);
    }

    private String part(String name, List<DueLine> lines, Digest digest, Locale language) {
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(line -> item(line, language))
                        .collect(Collectors.joining(
                                "\n\n", word("part." + name, language, digest.until()) + "\n\n", "\n\n"));
    }

    private String item(DueLine line, Locale language) {
        var item = line.item();
        var askedBy = item.askedBy();
        var what = item.what().replaceAll("\\p{Cntrl}+", " ");
        return word(
                "item",
                language,
                askedBy == null ? what : word("asked", language, what, askedBy),
                when(line, language),
                portal + line.href());
    }

    private String when(DueLine line, Locale language) {
        var deadline = line.item().deadline();
        if (line.item().isHint()) {
            return word("since", language, deadline);
        }
        return line.isLate()
                ? word("when.late", language, deadline, -line.daysLeft())
                : word("when.left", language, deadline, line.daysLeft());
    }

    private String word(String key, Locale language, Object... arguments) {
        return messages.getMessage("reminders.mail." + key, arguments, language);
    }
}
