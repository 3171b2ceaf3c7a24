package org.samklima.portal.planning.communication.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.EntryText;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.problem.Problem;
import org.springframework.validation.BindingResult;

/**
 * A row of the communication plan, as typed.
 *
 * @param lockVersion of the row that was read; null for a new one
 */
record EntryForm(
        @Nullable Phase phase,
        @Nullable String stakeholder,
        @Nullable String message,
        @Nullable String channel,
        @Nullable String effect,
        @Nullable String when,
        @Nullable String responsible,
        @Nullable Integer lockVersion) {

    /** Which field a refusal belongs to. */
    private static final Map<String, String> FIELDS = Map.of(
            "communication.stakeholder-missing", "stakeholder",
            "communication.too-long.stakeholder", "stakeholder",
            "communication.too-long.message", "message",
            "communication.too-long.channel", "channel",
            "communication.too-long.effect", "effect",
            "communication.too-long.when", "when",
            "communication.too-long.responsible", "responsible");

    static EntryForm blank(@Nullable Phase phase) {
        return new EntryForm(phase == null ? Phase.LAUNCH : phase, null, null, null, null, null, null, null);
    }

    static EntryForm of(Entry entry) {
        var text = entry.text();
        return new EntryForm(
                text.phase(),
                text.stakeholder(),
                text.message(),
                text.channel(),
                text.effect(),
                text.when(),
                text.responsible(),
                entry.lockVersion());
    }

    /** The same as typed, over the version there is now. */
    EntryForm over(int version) {
        return new EntryForm(phase, stakeholder, message, channel, effect, when, responsible, version);
    }

    int version() {
        return lockVersion == null ? 0 : lockVersion;
    }

    /** @throws Problem if something is missing or too long */
    EntryText text() {
        return EntryText.of(phase, stakeholder, message, channel, effect, when, responsible);
    }

    static void reject(Problem problem, BindingResult errors) {
        var field = FIELDS.get(problem.messageKey());
        if (field == null) {
            errors.reject(problem.messageKey(), problem.arguments(), null);
        } else {
            errors.rejectValue(field, problem.messageKey(), problem.arguments(), null);
        }
    }
}
