package org.samklima.overview.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Answer;
import org.samklima.published.FormOutline;
import org.samklima.published.FormOutline.Section;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.MemberReport.SectionScore;
import org.springframework.stereotype.Component;

/** A member's answers by section, beside those of its peers. */
@Component
class MemberScores {

    private static final int MOST_DECIMALS = 2;

    private final AnswerTexts texts;
    private final Sentences sentences;

    MemberScores(AnswerTexts texts, Sentences sentences) {
        this.texts = texts;
        this.sentences = sentences;
    }

    /** Points of so many, written out. */
    record Total(String points, String maximum) {}

    /** Null where the member has not reported, or the network publishes no total. */
    @Nullable Total total(Visit visit, Member member) {
        MemberReport report = visit.edition().report(member.key());
        return report == null || report.total() == null
                ? null
                : new Total(
                        written(report.total().points(), visit),
                        written(report.total().maximum(), visit));
    }

    /** Half points are common, and 7.50 would be too exact. */
    private String written(BigDecimal points, Visit visit) {
        int decimals = Math.clamp(points.stripTrailingZeros().scale(), 0, MOST_DECIMALS);
        return sentences.in(visit).number(points, decimals);
    }

    /**
     * A section's score.
     *
     * @param score null where nothing in the section applies to the member
     * @param points written out, as is {@code maximum}; empty without a score
     * @param share points / maximum; null where the section gives no points
     * @param peers mean of the peers' shares; null where none has one
     * @param counted how many peers that is the mean of
     */
    record Scored(
            Section section,
            @Nullable SectionScore score,
            String points,
            String maximum,
            @Nullable BigDecimal share,
            @Nullable BigDecimal peers,
            int counted) {

        /** Whether it is about basic requirements alone; a question beside them that gives no points changes nothing. */
        public boolean gate() {
            return section.gate() || share == null && score != null && score.met() != null;
        }
    }

    /** The answers of one section, in the form's order; unanswered questions included. */
    record Answered(Section section, List<Line> lines) {}

    /** A question and the answer to it, written out. */
    record Line(String question, @Nullable String language, String href, AnswerTexts.Written answer) {}

    /** Empty where the member has not reported. */
    List<Scored> sections(Visit visit, Member member, Peers peers) {
        MemberReport report = visit.edition().report(member.key());
        if (report == null) {
            return List.of();
        }
        return form(visit.edition(), report).sections().stream()
                .map(section -> scored(visit, report, section, peers))
                .toList();
    }

    private static FormOutline form(ReadableEdition edition, MemberReport report) {
        return edition.words().round().forms().stream()
                .filter(form -> form.code().equals(report.form()))
                .findFirst()
                .orElseThrow();
    }

    private Scored scored(Visit visit, MemberReport report, Section section, Peers peers) {
        ReadableEdition edition = visit.edition();
        var shares = new ArrayList<BigDecimal>();
        for (int peer : peers.members()) {
            MemberReport other = edition.report(edition.members().get(peer).key());
            if (other != null && other.form().equals(report.form())) {
                score(other, section).map(MemberScores::share).ifPresent(shares::add);
            }
        }
        Optional<SectionScore> own = score(report, section);
        return new Scored(
                section,
                own.orElse(null),
                own.map(score -> written(score.points(), visit)).orElse(""),
                own.map(score -> written(score.maximum(), visit)).orElse(""),
                own.map(MemberScores::share).orElse(null),
                mean(shares),
                shares.size());
    }

    private static Optional<SectionScore> score(MemberReport report, Section section) {
        return report.sections().stream()
                .filter(score -> score.section().equals(section.code()))
                .findFirst();
    }

    private static @Nullable BigDecimal share(SectionScore score) {
        return score.maximum().signum() == 0 ? null : score.points().divide(score.maximum(), MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal mean(List<BigDecimal> shares) {
        return shares.isEmpty()
                ? null
                : shares.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(shares.size()), MathContext.DECIMAL64);
    }

    /** Empty where the member has not reported. */
    List<Answered> answers(Visit visit, Member member) {
        MemberReport report = visit.edition().report(member.key());
        if (report == null) {
            return List.of();
        }
        return form(visit.edition(), report).sections().stream()
                .filter(section -> !section.questions().isEmpty())
                .map(section -> new Answered(section, lines(visit, report, section)))
                .toList();
    }

    private List<Line> lines(Visit visit, MemberReport report, Section section) {
        return section.questions().stream()
                .map(question -> {
                    Answer answer = report.answers().stream()
                            .filter(given -> given.question().equals(question.code()))
                            .findFirst()
                            .orElse(null);
                    return new Line(
                            visit.text(question.text()),
                            visit.languageOf(question.text()),
                            visit.to("questions", question.code()),
                            texts.write(question, answer, visit));
                })
                .toList();
    }
}
