package org.samklima.portal.forms;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.NotationKey;
import org.samklima.published.Texts;

/**
 * A question of a report form.
 *
 * @param code unique in its form; the same between years, so that series survive a new wording
 * @param help more than the text says, if needed
 * @param required a report cannot be submitted without an answer, while the question is asked
 * @param memberKinds whom it concerns, within those of its section
 * @param shownOnlyIf what must hold of an earlier answer; none shows it always
 * @param notApplicableAllowed whether <em>not applicable</em> is a permitted answer
 * @param gate a basic requirement: gives no points and must be met
 * @param sharedQuestion code by which answers are reused across networks, if it is a shared question
 */
public record Question(
        String code,
        Texts text,
        @Nullable Texts help,
        Kind kind,
        boolean required,
        Set<MemberKind> memberKinds,
        @Nullable Condition shownOnlyIf,
        boolean notApplicableAllowed,
        boolean gate,
        Visibility visibility,
        @Nullable String sharedQuestion) {

    public static final Set<MemberKind> EVERY_KIND = Collections.unmodifiableSet(EnumSet.allOf(MemberKind.class));

    public Question {
        Codes.checked(code);
        if (sharedQuestion != null) {
            Codes.checked(sharedQuestion);
        }
        memberKinds = Collections.unmodifiableSet(EnumSet.copyOf(memberKinds));
    }

    /**
     * Why this answer cannot stand; empty if it can.
     *
     * @param year the report's year, from which year offsets count
     */
    public List<AnswerError> errors(Answer answer, int year) {
        return AnswerCheck.errors(this, answer, year);
    }

    /**
     * Whether an answer without errors leaves nothing to fill in: NE (not estimated) and a table with an empty cell do,
     * the other notation keys and <em>not applicable</em> do not.
     */
    boolean isCompletedBy(Answer answer) {
        return switch (answer) {
            case Answer.Figure figure -> isComplete(figure);
            case Answer.Table(List<Answer.Table.Cell> cells) ->
                kind instanceof Kind.IndicatorTable table
                        && cells.size()
                                == table.sectors().size() * table.yearOffsets().size()
                        && cells.stream().allMatch(cell -> isComplete(cell.figure()));
            default -> true;
        };
    }

    private static boolean isComplete(Answer.Figure figure) {
        return switch (figure) {
            case Answer.Amount ignored -> true;
            case Answer.NoValue noValue -> noValue.key() != NotationKey.NE;
        };
    }
}
