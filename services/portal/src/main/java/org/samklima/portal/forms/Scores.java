package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a filled-in form is worth, exactly; rounded only by who shows it. The rules stand at {@link Scoring}.
 *
 * @param points over all sections, without weights; may be negative
 * @param maximum over all sections, without weights
 * @param total the share reached: weighted where the form weighs its sections, else points / maximum; none if nothing
 *     could be earned
 * @param sections those with a question for this kind of member, in the form's order
 */
public record Scores(BigDecimal points, BigDecimal maximum, Optional<Fraction> total, List<SectionScore> sections) {

    public Scores {
        sections = List.copyOf(sections);
    }

    public Optional<SectionScore> section(String code) {
        return sections.stream().filter(score -> score.section().equals(code)).findFirst();
    }

    /** The basic requirements that are asked, in the form's order. */
    public List<GateResult> gates() {
        return sections.stream().flatMap(section -> section.gates().stream()).toList();
    }

    /** Whether every basic requirement that is asked is met; true for a form without any. */
    public boolean meetsRequirements() {
        return gates().stream().allMatch(gate -> gate.outcome() == GateOutcome.MET);
    }

    /** Questions asked and left without a complete answer, over all sections. */
    public int unanswered() {
        return sections.stream().mapToInt(SectionScore::unanswered).sum();
    }

    /**
     * What one section is worth.
     *
     * @param section its code
     * @param unanswered how many of its questions are asked and have no complete answer
     * @param questions those that stand in its maximum, in the form's order
     * @param gates its basic requirements that are asked
     */
    public record SectionScore(
            String section,
            BigDecimal points,
            BigDecimal maximum,
            int unanswered,
            List<QuestionScore> questions,
            List<GateResult> gates) {

        public SectionScore {
            questions = List.copyOf(questions);
            gates = List.copyOf(gates);
        }

        /** Points / maximum; none if nothing could be earned. */
        public Optional<Fraction> share() {
            return maximum.signum() == 0 ? Optional.empty() : Optional.of(Fraction.of(points, maximum));
        }
    }

    /** What one question gave, and the most it could have given. */
    public record QuestionScore(String question, BigDecimal points, BigDecimal maximum) {}

    /** How a basic requirement stands. */
    public record GateResult(String question, GateOutcome outcome) {}

    /** Whether a basic requirement is met. */
    public enum GateOutcome {
        MET,
        NOT_MET,
        UNANSWERED
    }
}
