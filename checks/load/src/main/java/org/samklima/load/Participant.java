package org.samklima.load;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A member's coordinator and the report of the evening.
 *
 * @param answers in the order in which they are given
 */
record Participant(UUID tenant, String slug, String email, UUID report, List<TypedAnswer> answers) {

    /**
     * What a browser sends for one question.
     *
     * @param fields by name, without the question's own
     */
    record TypedAnswer(String section, String question, Map<String, List<String>> fields) {}
}
