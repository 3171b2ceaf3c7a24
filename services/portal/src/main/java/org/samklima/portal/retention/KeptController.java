package org.samklima.portal.retention;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.samklima.pages.Crumb;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells everybody how long things are kept in this deployment, as the law wants it told (article 15, paragraph 1 d of the GDPR). */
@Controller
class KeptController {

    private final RetentionProperties kept;
    private final MessageSource messages;

    KeptController(RetentionProperties kept, MessageSource messages) {
        this.kept = kept;
        this.messages = messages;
    }

    /** @param what {@code retention.what.<what>} says it in words */
    record Line(String what, String period) {}

    @GetMapping("/me/retention")
    String show(Locale language, Model model) {
        model.addAttribute(
                "lines",
                List.of(
                        new Line("audit-trail", words(kept.auditTrail(), language)),
                        new Line("change-history", words(kept.changeHistory(), language)),
                        new Line("mail", words(kept.mail(), language)),
                        new Line("invitations", words(kept.invitations(), language)),
                        new Line("archives", words(kept.archives(), language)),
                        new Line("imports", words(kept.imports(), language))));
        model.addAttribute(
                "crumbs", List.of(new Crumb(messages.getMessage("privacy.me.title", null, language), "/me/data")));
        return "retention/kept";
    }

    private String words(Period period, Locale language) {
        return String.join(
                " ",
                Stream.of(
                                part("years", period.getYears(), language),
                                part("months", period.getMonths(), language),
                                part("days", period.getDays(), language))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private String part(String unit, int number, Locale language) {
        return number == 0 ? "" : messages.getMessage("retention." + unit, new Object[] {number}, language);
    }
}
