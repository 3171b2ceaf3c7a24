package org.samklima.portal.planning.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.forms.TypedInput;
import org.springframework.validation.BindingResult;

/**
 * An entry of a log as it is typed: all of it text, so that it comes back whatever stands there.
 *
 * @param activity id, where it is chosen on the page
 * @param attached never sent: what is wrong with a chosen file is said there
 * @param drop ids of files that shall go
 * @param version of the entry that the page was made from
 */
record LogForm(
        @Nullable String activity,
        @Nullable String body,
        @Nullable String happenedOn,
        @Nullable String figure,
        @Nullable String figureUnit,
        @Nullable String status,
        @Nullable String attached,
        @Nullable List<String> drop,
        @Nullable String version) {

    static LogForm blank(LocalDate today, @Nullable UUID activity) {
        return new LogForm(TypedInput.written(activity), "", today.toString(), "", "", "", "", List.of(), "");
    }

    static LogForm of(LogEntry entry, Locale language) {
        var note = entry.note();
        return new LogForm(
                "",
                note.body(),
                TypedInput.written(note.happenedOn()),
                TypedInput.written(note.figure(), language),
                note.figureUnit(),
                "",
                "",
                List.of(),
                String.valueOf(entry.version()));
    }

    /** What was typed, understood; with what was not among the errors, and then of no use. */
    LogNote read(BindingResult errors, Locale language) {
        var typed = new TypedInput(errors, language);
        return new LogNote(
                typed.day("happenedOn", happenedOn),
                TypedInput.written(body),
                typed.amount("figure", figure),
                TypedInput.written(figureUnit));
    }

    /** Null for no change. */
    @Nullable ActivityStatus newStatus() {
        return TypedInput.one(ActivityStatus.class, status);
    }

    public Set<UUID> dropped() {
        return drop == null
                ? Set.of()
                : drop.stream().map(TypedInput::id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The version that was looked at; -1 for none that there can be. */
    int seen() {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }
}
