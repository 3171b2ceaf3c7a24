package org.samklima.portal.planning.communication;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.samklima.pages.Languages;
import org.samklima.portal.tables.Spelling;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the two phases are called. */
@Component
public class PhaseNames {

    private final MessageSource messages;

    PhaseNames(MessageSource messages) {
        this.messages = messages;
    }

    public String in(Locale language, Phase phase) {
        return messages.getMessage("communication.phase." + phase.name(), null, language);
    }

    /** The title of a phase's table as long as nobody gave it another. */
    public String title(Locale language, Phase phase) {
        return messages.getMessage("communication.title." + phase.name(), null, language);
    }

    /** The phase called so in any language, or by its code. */
    Optional<Phase> find(String name) {
        var folded = Spelling.fold(name);
        return Arrays.stream(Phase.values())
                .filter(phase -> Spelling.fold(phase.name()).equals(folded)
                        || Languages.SUPPORTED.stream()
                                .anyMatch(language -> Spelling.fold(in(language, phase))
                                                .equals(folded)
                                        || Spelling.fold(title(language, phase)).equals(folded)))
                .findFirst();
    }
}
