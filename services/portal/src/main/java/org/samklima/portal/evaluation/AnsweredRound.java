package org.samklima.portal.evaluation;

import java.util.Map;
import java.util.UUID;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.Section;
import org.samklima.published.MemberKind;

/**
 * What a round asked, and what it was answered: from each member one version of its report.
 *
 * @param year of the round
 * @param members how many members of each kind the network has
 * @param reports by member; who is missing has not answered
 */
public record AnsweredRound(
        ReportForm form, int year, Map<MemberKind, Integer> members, Map<UUID, FilledForm> reports) {

    public AnsweredRound {
        members = Map.copyOf(members);
        reports = Map.copyOf(reports);
    }

    /** How many members a question of this section is put to. */
    int membersAsked(Section section, Question question) {
        return members.entrySet().stream()
                .filter(kind -> section.concerns(kind.getKey(), question))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
