package org.samklima.portal.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.Scores;

/**
 * What a report is worth, for programs and for the member: in points, and the shares as fractions rounded half up to six
 * decimals, 0.791667 being 79 %.
 *
 * @param total weighted, where the form weighs its sections; absent where nothing could be earned
 * @param meetsRequirements whether every basic requirement is met
 * @param unanswered how many questions that were asked have no complete answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreSummary(
        BigDecimal points,
        BigDecimal maximum,
        @Nullable BigDecimal total,
        boolean meetsRequirements,
        int unanswered,
        List<Section> sections) {

    private static final int DECIMALS = 6;

    /**
     * One section.
     *
     * @param section its code
     * @param share absent where nothing could be earned
     * @param questions those that give points, in the form's order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Section(
            String section,
            BigDecimal points,
            BigDecimal maximum,
            @Nullable BigDecimal share,
            int unanswered,
            List<Question> questions) {}

    /** What one question gave, and could have given. */
    record Question(String question, BigDecimal points, BigDecimal maximum) {}

    static ScoreSummary of(Scores scores) {
        return new ScoreSummary(
                scores.points(),
                scores.maximum(),
                scores.total().map(ScoreSummary::rounded).orElse(null),
                scores.meetsRequirements(),
                scores.unanswered(),
                scores.sections().stream().map(ScoreSummary::of).toList());
    }

    private static Section of(Scores.SectionScore score) {
        return new Section(
                score.section(),
                score.points(),
                score.maximum(),
                score.share().map(ScoreSummary::rounded).orElse(null),
                score.unanswered(),
                score.questions().stream()
                        .map(question -> new Question(question.question(), question.points(), question.maximum()))
                        .toList());
    }

    static BigDecimal rounded(Fraction share) {
        return share.rounded(DECIMALS);
    }
}
