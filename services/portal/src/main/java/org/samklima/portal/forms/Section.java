package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.Texts;

/**
 * A part of a report form.
 *
 * @param code unique among the form's sections; the same between years
 * @param help what the section is about, if its title does not say it
 * @param weight of the section in a weighted total, greater than zero; none in a form without weights
 * @param memberKinds whom it concerns
 */
public record Section(
        String code,
        Texts title,
        @Nullable Texts help,
        @Nullable BigDecimal weight,
        Set<MemberKind> memberKinds,
        List<Question> questions) {

    public Section {
        Codes.checked(code);
        weight = Decimals.normalOrNone(weight);
        if (weight != null && weight.signum() <= 0) {
            throw new IllegalArgumentException("A weight is greater than zero");
        }
        memberKinds = Collections.unmodifiableSet(EnumSet.copyOf(memberKinds));
        questions = List.copyOf(questions);
    }

    /** Whether a question of this section is put to members of this kind. */
    public boolean concerns(MemberKind kind, Question question) {
        return memberKinds.contains(kind) && question.memberKinds().contains(kind);
    }

    /** Whether any of its questions is put to members of this kind. */
    public boolean concerns(MemberKind kind) {
        return questions.stream().anyMatch(question -> concerns(kind, question));
    }
}
