package org.samklima.portal.planning.communication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;

/**
 * A row of the communication plan as people write it, line breaks included.
 *
 * @param stakeholder who is to be reached; never empty
 * @param message what they are to learn
 * @param channel where
 * @param effect what that is to bring about
 * @param when as {@link org.samklima.portal.planning.communication.schedule.ScheduleReading} tries to understand it
 * @param responsible names of parties
 */
public record EntryText(
        Phase phase,
        String stakeholder,
        String message,
        String channel,
        String effect,
        String when,
        String responsible) {

    /** The names of the six columns in the order of the table. */
    public static final List<String> COLUMNS =
            List.of("stakeholder", "message", "channel", "effect", "when", "responsible");

    /** Those whose heading asks a question as well. */
    public static final Set<String> QUESTIONED = Set.of("stakeholder", "message", "channel", "effect");

    private static final Map<String, Integer> LONGEST = Map.of(
            "stakeholder", 1000, "message", 4000, "channel", 2000, "effect", 4000, "when", 300, "responsible", 300);

    /** @throws Problem if the stakeholder is missing or something is too long */
    public EntryText {
        stakeholder = tidy(stakeholder);
        message = tidy(message);
        channel = tidy(channel);
        effect = tidy(effect);
        when = tidy(when);
        responsible = tidy(responsible);
        if (stakeholder.isEmpty()) {
            throw Problem.invalid("communication.stakeholder-missing");
        }
        columns(stakeholder, message, channel, effect, when, responsible).forEach((column, text) -> {
            if (text.length() > LONGEST.get(column)) {
                throw Problem.invalid("communication.too-long." + column, LONGEST.get(column), text.length());
            }
        });
    }

    public static EntryText of(
            @Nullable Phase phase,
            @Nullable String stakeholder,
            @Nullable String message,
            @Nullable String channel,
            @Nullable String effect,
            @Nullable String when,
            @Nullable String responsible) {
        return new EntryText(
                phase == null ? Phase.LAUNCH : phase,
                typed(stakeholder),
                typed(message),
                typed(channel),
                typed(effect),
                typed(when),
                typed(responsible));
    }

    /** The six columns in the order of the table, each by its name. */
    public Map<String, String> columns() {
        return columns(stakeholder, message, channel, effect, when, responsible);
    }

    private static Map<String, String> columns(String... texts) {
        var columns = new LinkedHashMap<String, String>();
        for (int index = 0; index < COLUMNS.size(); index++) {
            columns.put(COLUMNS.get(index), texts[index]);
        }
        return columns;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Browsers send line breaks in two characters. */
    static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").strip();
    }
}
