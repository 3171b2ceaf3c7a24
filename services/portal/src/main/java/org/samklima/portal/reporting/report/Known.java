package org.samklima.portal.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samklima.portal.forms.FilledForm;

/**
 * What is known before anybody answers.
 *
 * @param proposals by question code; each answer once, with the best of its origins
 * @param lastTime the newest earlier report to the same network on the same form, to be read beside
 */
public record Known(Map<String, List<Proposal>> proposals, Optional<FilledForm> lastTime) {

    public List<Proposal> to(String question) {
        return proposals.getOrDefault(question, List.of());
    }
}
