package org.samklima.portal.planning.communication;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;

/**
 * Who or what is meant by a name in the plan.
 *
 * @param aliases how else it is written there
 * @param people of the tenant who stand behind it: its tasks are theirs
 */
public record Party(UUID id, Text text, Set<UUID> people, int lockVersion) {

    /** A party as people write it. */
    public record Text(String name, List<String> aliases, String description) {

        private static final int LONGEST_NAME = 200;
        private static final int LONGEST_DESCRIPTION = 8000;
        private static final int MOST_ALIASES = 20;

        /** @throws Problem if the name is missing, or something is too long */
        public Text {
            name = EntryText.tidy(name).replace('\n', ' ');
            aliases = aliases.stream()
                    .filter(Objects::nonNull)
                    .map(EntryText::tidy)
                    .filter(alias -> !alias.isEmpty())
                    .distinct()
                    .toList();
            description = EntryText.tidy(description);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw Problem.invalid("communication.party.name-invalid", LONGEST_NAME);
            }
            if (aliases.size() > MOST_ALIASES || aliases.stream().anyMatch(alias -> alias.length() > LONGEST_NAME)) {
                throw Problem.invalid("communication.party.aliases-invalid", MOST_ALIASES, LONGEST_NAME);
            }
            if (description.length() > LONGEST_DESCRIPTION) {
                throw Problem.invalid(
                        "communication.party.description-too-long", LONGEST_DESCRIPTION, description.length());
            }
        }

        public static Text of(@Nullable String name, List<String> aliases, @Nullable String description) {
            return new Text(Objects.requireNonNullElse(name, ""), aliases, Objects.requireNonNullElse(description, ""));
        }
    }

    public Party {
        people = Set.copyOf(people);
    }

    public String name() {
        return text.name;
    }
}
