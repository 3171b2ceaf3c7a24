package org.samklima.portal.forms;

import java.util.List;
import java.util.stream.Collectors;

/** A report form that makes no sense, with every reason why. */
public class InvalidForm extends IllegalArgumentException {

    private final transient List<Flaw> flaws;

    InvalidForm(List<Flaw> flaws) {
        super(flaws.stream()
                .map(flaw -> flaw.pointer() + ": " + flaw.key() + " " + flaw.arguments())
                .collect(Collectors.joining("\n")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** Whether the file is larger than any that is read, so that nothing else is known of it. */
    public boolean isTooLarge() {
        return flaws.stream().anyMatch(flaw -> flaw.key().equals(Flaw.TOO_LARGE));
    }
}
