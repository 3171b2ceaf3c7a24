package org.samklima.portal.planning.activities;

import java.util.List;

/**
 * What is wrong in an activity's plan or in an entry of its log, and where.
 *
 * @param field of {@link ActivityPlan} or {@link LogNote}, as a form binds it: {@code title}, {@code budget[2].planned}
 * @param key of the message
 * @param arguments of the message
 */
public record Flaw(String field, String key, List<Object> arguments) {

    static Flaw of(String field, String reason, Object... arguments) {
        return new Flaw(field, "activities.flaw." + reason, List.of(arguments));
    }
}
