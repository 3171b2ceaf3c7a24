package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.forms.Scoring;
import org.samklima.portal.forms.Section;
import org.samklima.portal.forms.Visibility;
import org.samklima.published.FormOutline;
import org.samklima.published.MemberKind;
import org.samklima.published.MemberReport;
import org.samklima.published.Question.Option;

/**
 * What of one form and its filled-in copies the public sees: questions that the form marks as public and the network does
 * not withhold, the answers that stand, and scores where the network publishes them.
 */
final class PublishedReports {

    private static final int SCORE_DECIMALS = 6;

    private final ReportForm form;
    private final int version;
    private final Predicate<String> withheld;
    private final boolean withScores;

    /**
     * @param withheld question codes that the network keeps to itself although the form marks them as public
     */
    PublishedReports(ReportForm form, int version, Predicate<String> withheld, boolean withScores) {
        this.form = form;
        this.version = version;
        this.withheld = withheld;
        this.withScores = withScores;
    }

    boolean isPublic(Question question) {
        return question.visibility() == Visibility.PUBLIC && !withheld.test(question.code());
    }

    /** Sections without a public question stay only where their score is published. */
    FormOutline outline() {
        var sections = form.sections().stream()
                .map(this::outline)
                .filter(section -> withScores || !section.questions().isEmpty())
                .toList();
        var kinds = Arrays.stream(MemberKind.values())
                .filter(kind -> !form.sectionsFor(kind).isEmpty())
                .toList();
        return new FormOutline(form.code(), version, form.title(), kinds, sections);
    }

    private FormOutline.Section outline(Section section) {
        return new FormOutline.Section(
                section.code(),
                section.title(),
                section.questions().stream().allMatch(Question::gate),
                section.questions().stream()
                        .filter(this::isPublic)
                        .map(PublishedReports::published)
                        .toList());
    }

    private static org.samklima.published.Question published(Question question) {
        var unit =
                switch (question.kind()) {
                    case Kind.Number number -> number.unit();
                    case Kind.Indicator indicator -> indicator.unit();
                    case Kind.IndicatorTable table -> table.unit();
                    default -> null;
                };
        var options = question.kind() instanceof Kind.Choice choice
                ? choice.options().stream()
                        .map(option -> new Option(option.code(), option.text()))
                        .toList()
                : List.<Option>of();
        return new org.samklima.published.Question(
                question.code(), question.kind().name(), question.text(), unit, options);
    }

    MemberReport report(String memberKey, FilledForm filled) {
        var answers = form.questions().stream()
                .filter(this::isPublic)
                .flatMap(question ->
                        filled.answer(question.code()).flatMap(answer -> published(question.code(), answer)).stream())
                .toList();
        if (!withScores) {
            return new MemberReport(memberKey, form.code(), List.of(), null, answers);
        }
        var scores = Scoring.of(filled);
        return new MemberReport(
                memberKey,
                form.code(),
                scores.sections().stream().flatMap(PublishedReports::score).toList(),
                total(scores),
                answers);
    }

    /** A table of figures is published among the figures, not as an answer. */
    private static Optional<org.samklima.published.Answer> published(String question, Answer answer) {
        return Optional.ofNullable(
                switch (answer) {
                    case Answer.YesNo(boolean yes) -> org.samklima.published.Answer.yesNo(question, yes);
                    case Answer.Amount(BigDecimal value) -> org.samklima.published.Answer.number(question, value);
                    case Answer.NoValue(var key, var why) -> org.samklima.published.Answer.noValue(question, key, why);
                    case Answer.OneOf(String option) -> org.samklima.published.Answer.chosen(question, List.of(option));
                    case Answer.SeveralOf(var options) -> org.samklima.published.Answer.chosen(question, options);
                    case Answer.FreeText(String text) -> org.samklima.published.Answer.text(question, text);
                    case Answer.Day(var date) -> org.samklima.published.Answer.date(question, date);
                    case Answer.Evidence(var link, var reference) -> evidence(question, link, reference);
                    case Answer.NotApplicable _ -> org.samklima.published.Answer.notApplicable(question);
                    case Answer.Table _ -> null;
                });
    }

    private static org.samklima.published.Answer evidence(
            String question, @Nullable String link, @Nullable String reference) {
        return link == null
                ? org.samklima.published.Answer.text(question, reference == null ? "" : reference)
                : org.samklima.published.Answer.evidence(question, reference, link);
    }

    private static Stream<MemberReport.SectionScore> score(Scores.SectionScore score) {
        var applies = !score.questions().isEmpty() || !score.gates().isEmpty();
        var met = score.gates().isEmpty()
                ? null
                : score.gates().stream().allMatch(gate -> gate.outcome() == Scores.GateOutcome.MET);
        return applies
                ? Stream.of(new MemberReport.SectionScore(score.section(), score.points(), score.maximum(), met))
                : Stream.empty();
    }

    /** Of a form with weights, weighted points of the weights that apply, in proportion to the exact total. */
    private MemberReport.@Nullable Score total(Scores scores) {
        if (scores.total().isEmpty()) {
            return null;
        }
        if (!form.isWeighted()) {
            return new MemberReport.Score(scores.points(), scores.maximum());
        }
        var applying = new HashSet<String>();
        scores.sections().stream()
                .filter(score -> score.share().isPresent())
                .forEach(score -> applying.add(score.section()));
        var weights = weights(applying);
        var points = scores.total()
                .get()
                .times(Fraction.of(weights))
                .rounded(SCORE_DECIMALS)
                .stripTrailingZeros();
        return new MemberReport.Score(points.scale() < 0 ? points.setScale(0) : points, weights);
    }

    private BigDecimal weights(Set<String> sections) {
        return form.sections().stream()
                .filter(section -> sections.contains(section.code()))
                .flatMap(section -> Stream.ofNullable(section.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
