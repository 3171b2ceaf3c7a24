package org.samklima.portal.reporting.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.indicators.CountingFigure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.planning.PlanAnswer;
import org.samklima.portal.planning.PlanAnswers;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the member's own work answers to a question: a goal, activities, or an indicator. In the member's own language,
 * whoever asks, so that an answer that is refreshed does not change its language.
 */
@Service
public class PlannedAnswers {

    private final Reports reports;
    private final List<PlanAnswers> parts;
    private final Figures figures;
    private final KnownFigures known;
    private final FigureTexts figureTexts;
    private final MessageSource messages;

    PlannedAnswers(
            Reports reports,
            List<PlanAnswers> parts,
            Figures figures,
            KnownFigures known,
            FigureTexts figureTexts,
            MessageSource messages) {
        this.reports = reports;
        this.parts = parts;
        this.figures = figures;
        this.known = known;
        this.figureTexts = figureTexts;
        this.messages = messages;
    }

    /**
     * Something to answer with.
     *
     * @param item of the origin that the answer will have
     * @param about what helps to choose it
     */
    public record Choice(String item, String title, String about) {}

    /**
     * What there is to answer a question with; what does not suit its kind is left out.
     *
     * @param goals one of them
     * @param activities one or several of them
     * @param indicators one of them
     */
    public record Choices(List<Choice> goals, List<Choice> activities, List<Choice> indicators) {

        public boolean isEmpty() {
            return goals.isEmpty() && activities.isEmpty() && indicators.isEmpty();
        }
    }

    /** Whether questions of this kind can be answered so at all. Those for an indicator have their proposals. */
    public static boolean canAnswer(Question question) {
        return takesGoals(question.kind()) || takesIndicators(question.kind());
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public Choices choices(UUID report, String question, Locale language) {
        var file = reports.get(report);
        var kind = file.form().question(question).orElseThrow(Problem::notFound).kind();
        return new Choices(
                takesGoals(kind) ? choices(PlanAnswers.Part.GOAL, language) : List.of(),
                kind instanceof Kind.FreeText ? choices(PlanAnswers.Part.ACTIVITIES, language) : List.of(),
                takesIndicators(kind) ? indicators(file, kind, language) : List.of());
    }

    /** @throws Problem if one of the items is gone, or what it says does not suit the question */
    Proposal proposal(ReportFile file, Question question, Origin.Source source, List<String> items) {
        var proposal =
                switch (source) {
                    case GOAL -> ofPlan(file, question, source, PlanAnswers.Part.GOAL, items);
                    case ACTIVITIES -> ofPlan(file, question, source, PlanAnswers.Part.ACTIVITIES, items);
                    case OFFICIAL_FIGURE, OWN_FIGURE -> ofFigure(file, question, items);
                    case EARLIER_REPORT, OTHER_NETWORK -> Optional.<Proposal>empty();
                };
        var found = proposal.orElseThrow(() -> Problem.conflict("reporting.source.gone"));
        question.errors(found.answer(), file.report().year()).stream()
                .findFirst()
                .ifPresent(error -> {
                    throw Problem.invalid(error.key(), error.arguments().toArray());
                });
        return found;
    }

    private List<Choice> choices(PlanAnswers.Part part, Locale language) {
        return part(part).stream()
                .flatMap(each -> each.choices(language).stream())
                .map(choice -> new Choice(choice.id().toString(), choice.title(), choice.about()))
                .toList();
    }

    private Optional<PlanAnswers> part(PlanAnswers.Part part) {
        return parts.stream().filter(each -> each.part() == part).findFirst();
    }

    private Optional<Proposal> ofPlan(
            ReportFile file, Question question, Origin.Source source, PlanAnswers.Part part, List<String> items) {
        int year = file.report().year();
        return part(part)
                .flatMap(each -> each.answer(ids(items), year, languageOf(file.member())))
                .flatMap(said -> answer(question.kind(), said)
                        .map(answer ->
                                new Proposal(question.code(), answer, new Origin(source, said.title(), year, items))));
    }

    private static List<UUID> ids(List<String> items) {
        try {
            return items.stream()
                    .map(item -> UUID.fromString(String.valueOf(item)))
                    .toList();
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }

    private static Optional<Answer> answer(Kind kind, PlanAnswer said) {
        return switch (kind) {
            case Kind.FreeText _ -> Optional.of(new Answer.FreeText(said.text()));
            case Kind.Day _ -> Optional.ofNullable(said.day()).map(Answer.Day::new);
            case Kind.Evidence _ ->
                said.link() == null ? Optional.empty() : Optional.of(new Answer.Evidence(said.link(), said.title()));
            default -> Optional.empty();
        };
    }

    /** Questions that ask for an indicator know which; others were told. */
    private Optional<Proposal> ofFigure(ReportFile file, Question question, List<String> items) {
        return switch (question.kind()) {
            case Kind.Indicator _, Kind.IndicatorTable _ ->
                known.to(file).stream()
                        .filter(proposal -> proposal.question().equals(question.code()))
                        .findFirst();
            default -> items.isEmpty() ? Optional.empty() : ofIndicator(file, question, items.getFirst());
        };
    }

    private Optional<Proposal> ofIndicator(ReportFile file, Question question, String code) {
        var overview = figures.overview();
        return overview.catalogue()
                .find(code)
                .filter(indicator -> suits(question.kind(), indicator, overview))
                .flatMap(indicator -> latest(overview, code, file.report().year())
                        .map(figure -> new Proposal(
                                question.code(),
                                answer(question.kind(), indicator, figure, file.member()),
                                KnownFigures.origin(code, figure.from()))));
    }

    private Answer answer(Kind kind, Indicator indicator, CountingFigure figure, Tenant member) {
        return kind instanceof Kind.Numeric numeric
                ? KnownFigures.answer(figure.figure(), numeric.range())
                : new Answer.FreeText(sentence(indicator, figure, member));
    }

    private String sentence(Indicator indicator, CountingFigure figure, Tenant member) {
        var texts = figureTexts.in(languageOf(member));
        return messages.getMessage(
                "reporting.source.figure",
                new Object[] {
                    texts.text(indicator.name()),
                    texts.number(figure.figure().value().orElseThrow(), indicator.decimals()),
                    texts.text(indicator.unit()),
                    figure.year()
                },
                languageOf(member));
    }

    private List<Choice> indicators(ReportFile file, Kind kind, Locale language) {
        var overview = figures.overview();
        var texts = figureTexts.in(language);
        int year = file.report().year();
        return overview.catalogue().indicators().stream()
                .filter(indicator -> suits(kind, indicator, overview))
                .flatMap(indicator ->
                        latest(overview, indicator.code(), year)
                                .map(figure -> choice(indicator, figure, texts))
                                .stream())
                .toList();
    }

    private static Choice choice(Indicator indicator, CountingFigure figure, FigureText texts) {
        var value = texts.number(figure.figure().value().orElseThrow(), indicator.decimals());
        return new Choice(
                indicator.code(),
                texts.text(indicator.name()),
                value + " " + texts.text(indicator.unit()) + ", " + figure.year());
    }

    /** A value of the whole, of the report's year or the last one before it. */
    private static Optional<CountingFigure> latest(Figures.Overview overview, String code, int year) {
        return overview.counting(code, null).headMap(year, true).descendingMap().values().stream()
                .filter(counting -> counting.figure().value().isPresent())
                .findFirst();
    }

    private static boolean suits(Kind kind, Indicator indicator, Figures.Overview overview) {
        return switch (kind) {
            case Kind.Number number -> KnownFigures.isSameUnit(indicator.code(), number.unit(), overview);
            case Kind.Percentage _ ->
                indicator.unit().byLanguage().values().stream().allMatch("%"::equals);
            default -> kind instanceof Kind.FreeText;
        };
    }

    private static boolean takesGoals(Kind kind) {
        return kind instanceof Kind.FreeText || kind instanceof Kind.Day || kind instanceof Kind.Evidence;
    }

    private static boolean takesIndicators(Kind kind) {
        return kind instanceof Kind.FreeText || kind instanceof Kind.Number || kind instanceof Kind.Percentage;
    }

    private static Locale languageOf(Tenant member) {
        return Locale.of(member.defaultLanguage());
    }
}
