package org.samklima.portal.reporting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A round as its members see it: the content of {@value #KIND} on the members' shelf, with the round's id as subject. Each
 * change (an extension, the closing) is a new version; the newest one counts. The form is a document of its own
 * ({@value #FORM_KIND}, same subject, version 1), because it never changes.
 *
 * @param round its id
 * @param formVersion which version of the form the round keeps
 * @param timeZone in which its days begin and end
 * @param extensions by member, until when those may hand in that have longer than the others
 * @param reminderDays how many days before their deadline members are reminded
 * @param contact e-mail address that members turn to
 */
public record PublishedRound(
        UUID round,
        String name,
        int year,
        RoundState state,
        String form,
        int formVersion,
        LocalDate opensOn,
        LocalDate deadline,
        ZoneId timeZone,
        Map<UUID, LocalDate> extensions,
        boolean signOffRequired,
        List<Integer> reminderDays,
        String contact,
        Network network) {

    public static final String KIND = "round";
    public static final String FORM_KIND = "round-form";

    /**
     * Who asks.
     *
     * @param languages the network works in, the first is its default
     */
    public record Network(UUID id, String slug, String name, List<String> languages) {

        public Network {
            languages = List.copyOf(languages);
        }

        @JsonIgnore
        public String defaultLanguage() {
            return languages.getFirst();
        }
    }

    public PublishedRound {
        extensions = Map.copyOf(extensions);
        reminderDays = List.copyOf(reminderDays);
    }

    public Deadline deadlineOf(UUID member) {
        return new Deadline(extensions.getOrDefault(member, deadline), timeZone);
    }

    public boolean hasExtension(UUID member) {
        return extensions.containsKey(member);
    }

    /** Whether the member may submit at this moment: in an open round, or by an extension granted after it closed. */
    public boolean accepts(UUID member, Instant at) {
        return switch (state) {
            case OPEN -> !deadlineOf(member).isPast(at);
            case CLOSED -> hasExtension(member) && !deadlineOf(member).isPast(at);
            case PLANNED, PUBLISHED -> false;
        };
    }
}
