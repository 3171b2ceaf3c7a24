package org.samklima.portal.planning.goals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about a goal; made by {@link GoalInput}, which checks it.
 *
 * @param field id of the field of action that it belongs to; null where it belongs to the whole plan
 * @param target null for a milestone
 * @param milestone null for anything else
 */
record GoalTerms(
        GoalKind kind,
        String title,
        String description,
        @Nullable UUID field,
        @Nullable Target target,
        @Nullable Milestone milestone,
        GoalDecision decision) {

    GoalTerms in(UUID otherField) {
        return new GoalTerms(kind, title, description, otherField, target, milestone, decision);
    }
}
