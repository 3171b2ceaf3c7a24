package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one member reported, and how it scored.
 *
 * @param member key of a {@link Member}
 * @param form code of a {@link FormOutline}
 * @param sections scores in the form's order; a section in which nothing applies to the member is absent
 * @param total absent where the network publishes no total
 * @param answers public answers only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberReport(
        String member,
        String form,
        List<SectionScore> sections,
        @Nullable Score total,
        List<Answer> answers) {

    public MemberReport {
        sections = Lists.copy(sections);
        answers = Lists.copy(answers);
    }

    /**
     * Points of so many. For a total over weighted sections these are weighted points: Σ weight × share, of Σ weight.
     *
     * @param points may be negative, since an answer may cost points
     * @param maximum zero where the section gives no points
     */
    public record Score(BigDecimal points, BigDecimal maximum) {}

    /**
     * The score of one section.
     *
     * @param section code of a {@link FormOutline.Section}
     * @param met only for a gate: whether the basic requirements are met
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SectionScore(
            String section,
            BigDecimal points,
            BigDecimal maximum,
            @Nullable Boolean met) {}
}
