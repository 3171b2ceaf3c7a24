package org.samklima.portal.reporting.report;

import org.samklima.portal.forms.Answer;
import org.samklima.portal.reporting.Origin;

/**
 * An answer that is known already from elsewhere and suits the question. It counts for nothing until somebody accepts it,
 * which makes it an answer with that origin: what a network gets is decided by a person, never by the system.
 */
public record Proposal(String question, Answer answer, Origin origin) {

    /** Names it among the proposals to its question, so that what was seen is what gets accepted. */
    public String id() {
        return Integer.toHexString(toString().hashCode());
    }
}
