package org.samklima.portal.forms.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.Condition;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.forms.Scoring;
import org.samklima.portal.forms.web.FormReading.ReadQuestion;
import org.samklima.portal.forms.web.FormReading.ReadSection;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.MemberKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out a report form to be read: numbers it, adds up its points and says its conditions in words. */
@Component
class FormReadings {

    private final MessageSource messages;

    FormReadings(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Puts a form into the model of a page that includes {@code forms/reading}.
     *
     * @param wanted whose reading; none, or one the form does not concern, gives the first it does
     * @param language of the form's texts; none gives that of the page
     */
    void show(
            Tenant tenant,
            ReportForm form,
            @Nullable MemberKind wanted,
            @Nullable String language,
            Locale page,
            Model model) {
        var kinds = Arrays.stream(MemberKind.values())
                .filter(kind -> !form.sectionsFor(kind).isEmpty())
                .toList();
        var kind = wanted != null && kinds.contains(wanted) ? wanted : kinds.getFirst();
        var list = messages.getMessage("forms.list.title", null, page);
        model.addAttribute("crumbs", List.of(new Crumb(list, "/" + tenant.slug() + "/report-forms")));
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                "languages",
                form.languages().stream()
                        .map(code -> Choice.of(code, Locale.of(code).getDisplayLanguage(page)))
                        .toList());
        model.addAttribute("reading", read(form, kind, language == null ? page.getLanguage() : language, page));
    }

    /**
     * The form as members of this kind read it.
     *
     * @param language of the form's texts; one it does not have gives its main one
     * @param page the language of the page around
     */
    FormReading read(ReportForm form, MemberKind kind, String language, Locale page) {
        var shown = form.languages().contains(language)
                ? language
                : form.languages().getFirst();
        var scores = Scoring.of(new FilledForm(form, 0, kind, Answers.NONE));
        var numbers = new HashMap<String, String>();
        var sections = new ArrayList<ReadSection>();
        for (var section : form.sectionsFor(kind)) {
            var score = scores.section(section.code()).orElseThrow();
            var maxima = score.questions().stream()
                    .collect(Collectors.toMap(Scores.QuestionScore::question, Scores.QuestionScore::maximum));
            int number = sections.size() + 1;
            var questions = new ArrayList<ReadQuestion>();
            for (var question : section.questions()) {
                if (section.concerns(kind, question)) {
                    numbers.put(question.code(), number + "." + (questions.size() + 1));
                    var facts = facts(question, maxima.get(question.code()), page);
                    condition(question, form, numbers, shown, page).ifPresent(facts::addFirst);
                    questions.add(new ReadQuestion(numbers.get(question.code()), question, facts));
                }
            }
            sections.add(new ReadSection(number, section, score.maximum(), questions));
        }
        var introduction =
                form.introduction() == null ? null : form.introduction().in(shown);
        return new FormReading(shown, kind, form.title().in(shown), introduction, scores.maximum(), sections);
    }

    private List<String> facts(Question question, @Nullable BigDecimal maximum, Locale page) {
        var facts = new ArrayList<String>();
        if (question.gate()) {
            facts.add(message("forms.read.gate", page));
        }
        if (maximum != null && maximum.signum() > 0) {
            facts.add(message("forms.read.at-most", page, maximum));
        }
        facts.add(message("forms.visibility." + question.visibility().name(), page));
        if (question.sharedQuestion() != null) {
            facts.add(message("forms.read.shared", page));
        }
        return facts;
    }

    private Optional<String> condition(
            Question question, ReportForm form, Map<String, String> numbers, String language, Locale page) {
        var condition = question.shownOnlyIf();
        if (condition == null) {
            return Optional.empty();
        }
        var number = numbers.get(condition.question());
        return Optional.of(
                switch (condition) {
                    case Condition.Answered ignored -> message("forms.condition.answered", page, number);
                    case Condition.Says says ->
                        message(says.yes() ? "forms.condition.yes" : "forms.condition.no", page, number);
                    case Condition.Chose chose ->
                        message("forms.condition.chose", page, number, options(chose, form, language, page));
                    case Condition.Compares compares ->
                        message(
                                "forms.condition."
                                        + compares.comparison()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                page,
                                number,
                                compares.value());
                });
    }

    private String options(Condition.Chose chose, ReportForm form, String language, Locale page) {
        var choice = (Kind.Choice) form.question(chose.question()).orElseThrow().kind();
        List<String> texts = chose.options().stream()
                .flatMap(code -> choice.option(code).stream())
                .map(option ->
                        message("forms.condition.option", page, option.text().in(language)))
                .toList();
        return String.join(" " + message("forms.condition.or", page) + " ", texts);
    }

    private String message(String key, Locale page, Object... arguments) {
        return messages.getMessage(key, arguments, page);
    }
}
