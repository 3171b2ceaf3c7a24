package org.samklima.published;

import java.util.List;

/**
 * What a year's reporting round gave: the forms as they were asked, and what each member answered.
 *
 * @param forms more than one where kinds of members have forms of their own
 * @param reports one for each member whose report was accepted; who is missing here has not answered
 */
public record RoundResult(List<FormOutline> forms, List<MemberReport> reports) {

    public RoundResult {
        forms = Lists.copy(forms);
        reports = Lists.copy(reports);
    }
}
