package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.Texts;

/** Questions, sections and forms in English for tests, with only what a test is about. */
public record Ask(Question question) {

    public static Ask question(String code, Kind kind) {
        return new Ask(new Question(
                code,
                text("Question " + code),
                null,
                kind,
                false,
                Question.EVERY_KIND,
                null,
                false,
                false,
                Visibility.NETWORK,
                null));
    }

    public static Ask yesNo(String code, String points) {
        return question(code, new Kind.YesNo(new BigDecimal(points)));
    }

    public static Ask oneOf(String code, Option... options) {
        return question(code, new Kind.OneOf(List.of(options)));
    }

    public static Ask severalOf(String code, Option... options) {
        return question(code, new Kind.SeveralOf(List.of(options)));
    }

    /** In tonnes, from 0, with two decimals. */
    public static Ask number(String code, Band... bands) {
        return question(code, new Kind.Number(text("tonnes"), new Range(BigDecimal.ZERO, null, 2), List.of(bands)));
    }

    public static Ask percentage(String code, Band... bands) {
        return question(code, new Kind.Percentage(1, List.of(bands)));
    }

    public static Ask freeText(String code, int maxLength) {
        return question(code, new Kind.FreeText(maxLength));
    }

    public static Option option(String code, String points) {
        return new Option(code, text("Option " + code), new BigDecimal(points), false, false);
    }

    public static Option noneOfThese(String points) {
        return new Option("none", text("None of these"), new BigDecimal(points), false, true);
    }

    public static Option meeting(String code) {
        return new Option(code, text("Option " + code), BigDecimal.ZERO, true, false);
    }

    public static Band band(@Nullable String from, String points) {
        return new Band(from == null ? null : new BigDecimal(from), new BigDecimal(points));
    }

    public Ask required() {
        return with(true, question.memberKinds(), question.shownOnlyIf());
    }

    public Ask of(MemberKind... kinds) {
        return with(question.required(), Set.of(kinds), question.shownOnlyIf());
    }

    public Ask onlyIf(Condition condition) {
        return with(question.required(), question.memberKinds(), condition);
    }

    private Ask with(boolean required, Set<MemberKind> kinds, @Nullable Condition condition) {
        var q = question;
        return new Ask(new Question(
                q.code(),
                q.text(),
                q.help(),
                q.kind(),
                required,
                kinds,
                condition,
                q.notApplicableAllowed(),
                q.gate(),
                q.visibility(),
                q.sharedQuestion()));
    }

    public Ask orNotApplicable() {
        return with(true, question.gate(), question.sharedQuestion());
    }

    public Ask asGate() {
        return with(question.notApplicableAllowed(), true, question.sharedQuestion());
    }

    public Ask sharedAs(String sharedQuestion) {
        return with(question.notApplicableAllowed(), question.gate(), sharedQuestion);
    }

    private Ask with(boolean notApplicableAllowed, boolean gate, @Nullable String sharedQuestion) {
        var q = question;
        return new Ask(new Question(
                q.code(),
                q.text(),
                q.help(),
                q.kind(),
                q.required(),
                q.memberKinds(),
                q.shownOnlyIf(),
                notApplicableAllowed,
                gate,
                q.visibility(),
                sharedQuestion));
    }

    public static Section section(String code, Ask... questions) {
        return weighted(code, null, questions);
    }

    public static Section weighted(String code, @Nullable String weight, Ask... questions) {
        return new Section(
                code,
                text("Section " + code),
                null,
                weight == null ? null : new BigDecimal(weight),
                Question.EVERY_KIND,
                Arrays.stream(questions).map(Ask::question).toList());
    }

    /** A form of these sections. */
    public static ReportForm form(Section... sections) {
        return new ReportForm("sample", text("Sample"), null, List.of("en"), List.of(sections));
    }

    /** A form of one section. */
    public static ReportForm form(Ask... questions) {
        return form(section("only", questions));
    }

    /** Filled in by a municipality for 2026. */
    public static FilledForm filled(ReportForm form, Answers answers) {
        return new FilledForm(form, 2026, MemberKind.MUNICIPALITY, answers);
    }

    /** Code, answer, code, answer and so on; a boolean, number or text stands for the answer of that kind. */
    public static Answers answers(Object... codesAndAnswers) {
        var answers = Answers.NONE;
        for (int i = 0; i < codesAndAnswers.length; i += 2) {
            answers = answers.with((String) codesAndAnswers[i], answer(codesAndAnswers[i + 1]));
        }
        return answers;
    }

    private static Answer answer(Object value) {
        return switch (value) {
            case Answer answer -> answer;
            case Boolean yes -> new Answer.YesNo(yes);
            case Integer number -> new Answer.Amount(BigDecimal.valueOf(number));
            case String text -> new Answer.FreeText(text);
            default -> throw new IllegalArgumentException(String.valueOf(value));
        };
    }

    /** Some answer to such a question of that year. */
    public static Answer sample(Kind kind, int year) {
        return switch (kind) {
            case Kind.YesNo ignored -> new Answer.YesNo(true);
            case Kind.OneOf choice ->
                new Answer.OneOf(choice.options().getFirst().code());
            case Kind.SeveralOf choice ->
                new Answer.SeveralOf(List.of(choice.options().getFirst().code()));
            case Kind.Numeric ignored -> new Answer.Amount(BigDecimal.TEN);
            case Kind.FreeText ignored -> new Answer.FreeText("Fossilfria transporter.\nSolceller på skolor.");
            case Kind.Day ignored -> new Answer.Day(LocalDate.of(2025, 5, 12));
            case Kind.Evidence ignored -> new Answer.Evidence("https://example.org/plan", null);
            case Kind.IndicatorTable table ->
                new Answer.Table(List.of(new Answer.Table.Cell(
                        table.sectors().getFirst().code(),
                        year + table.yearOffsets().getFirst(),
                        new Answer.Amount(BigDecimal.TEN))));
        };
    }

    /** Some answer to every question of a form. */
    public static Answers samples(ReportForm form, int year) {
        var answers = Answers.NONE;
        for (var question : form.questions()) {
            answers = answers.with(question.code(), sample(question.kind(), year));
        }
        return answers;
    }

    public static Answer.Amount amount(String value) {
        return new Answer.Amount(new BigDecimal(value));
    }

    public static Answer.OneOf chose(String option) {
        return new Answer.OneOf(option);
    }

    public static Answer.SeveralOf ticked(String... options) {
        return new Answer.SeveralOf(Stream.of(options).toList());
    }

    public static Texts text(String english) {
        return Texts.of("en", english);
    }
}
