package org.samklima.portal.forms.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.samklima.portal.forms.Flaw;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is wrong in a report form file, and where. */
@Component
class FlawText {

    private static final Pattern PLACE = Pattern.compile("/sections/(\\d+)(/questions/(\\d+))?(/.*)?");

    private final MessageSource messages;

    FlawText(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A flaw to be read.
     *
     * @param place as a reader counts: section 4, question 3
     * @param pointer as a program counts
     */
    record Line(String place, String pointer, String text) {}

    List<Line> lines(List<Flaw> flaws, Locale language) {
        return flaws.stream()
                .map(flaw -> new Line(place(flaw.pointer(), language), flaw.pointer(), text(flaw, language)))
                .toList();
    }

    String text(Flaw flaw, Locale language) {
        return messages.getMessage(flaw.key(), flaw.arguments().toArray(), language);
    }

    private String place(String pointer, Locale language) {
        var place = PLACE.matcher(pointer);
        if (!place.matches()) {
            return messages.getMessage("forms.flaw.place.form", null, language);
        }
        int section = Integer.parseInt(place.group(1)) + 1;
        return place.group(3) == null
                ? messages.getMessage("forms.flaw.place.section", new Object[] {section}, language)
                : messages.getMessage(
                        "forms.flaw.place.question",
                        new Object[] {section, Integer.parseInt(place.group(3)) + 1},
                        language);
    }
}
