package org.samklima.portal.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.Texts;

/** Whether a report form makes sense as a whole; finds every flaw, not only the first. */
final class FormCheck {

    private final Set<String> languages;
    private final List<Flaw> flaws = new ArrayList<>();

    private FormCheck(List<String> languages) {
        this.languages = new LinkedHashSet<>(languages);
    }

    static List<Flaw> flaws(
            String code, Texts title, @Nullable Texts introduction, List<String> languages, List<Section> sections) {
        var check = new FormCheck(languages);
        check.noneTwice("/languages", "", languages, language -> language, "language-twice");
        check.texts("/title", title);
        check.texts("/introduction", introduction);
        check.noneTwice("/sections", "/code", sections, Section::code, "section-twice");
        check.weights(sections);
        check.sections(sections);
        return check.flaws;
    }

    private void sections(List<Section> sections) {
        var codes = new HashSet<String>();
        var sharedCodes = new HashSet<String>();
        var conditions = new ConditionCheck(sections);
        for (int s = 0; s < sections.size(); s++) {
            var section = sections.get(s);
            var at = "/sections/" + s;
            texts(at + "/title", section.title());
            texts(at + "/help", section.help());
            for (int q = 0; q < section.questions().size(); q++) {
                var question = section.questions().get(q);
                var place = at + "/questions/" + q;
                if (!codes.add(question.code())) {
                    report(place + "/code", "question-twice", question.code());
                }
                if (question.sharedQuestion() != null && !sharedCodes.add(question.sharedQuestion())) {
                    report(place + "/sharedQuestion", "shared-question-twice", question.sharedQuestion());
                }
                if (asked(section, question).isEmpty()) {
                    report(place + "/memberKinds", "concerns-nobody");
                }
                texts(place + "/text", question.text());
                texts(place + "/help", question.help());
                kindTexts(place, question.kind());
                flaws.addAll(KindCheck.flaws(place, question));
                flaws.addAll(conditions.flaws(place, section, question));
            }
        }
    }

    /** Whom a question is put to: those that it and its section both concern. */
    static List<MemberKind> asked(Section section, Question question) {
        return section.memberKinds().stream()
                .filter(kind -> section.concerns(kind, question))
                .toList();
    }

    private void kindTexts(String place, Kind kind) {
        switch (kind) {
            case Kind.Number number -> texts(place + "/unit", number.unit());
            case Kind.Indicator indicator -> texts(place + "/unit", indicator.unit());
            case Kind.IndicatorTable table -> {
                texts(place + "/unit", table.unit());
                noneTwice(
                        place + "/sectors", "/code", table.sectors(), Kind.IndicatorTable.Sector::code, "sector-twice");
                noneTwice(place + "/yearOffsets", "", table.yearOffsets(), String::valueOf, "year-twice");
                for (int i = 0; i < table.sectors().size(); i++) {
                    texts(
                            place + "/sectors/" + i + "/text",
                            table.sectors().get(i).text());
                }
            }
            case Kind.Choice choice -> {
                noneTwice(place + "/options", "/code", choice.options(), Option::code, "option-twice");
                for (int i = 0; i < choice.options().size(); i++) {
                    texts(
                            place + "/options/" + i + "/text",
                            choice.options().get(i).text());
                }
            }
            case Kind.Percentage ignored -> {}
            case Kind.YesNo ignored -> {}
            case Kind.FreeText ignored -> {}
            case Kind.Day ignored -> {}
            case Kind.Evidence ignored -> {}
        }
    }

    /** A form weighs each section that gives points, or none. */
    private void weights(List<Section> sections) {
        if (sections.stream().noneMatch(section -> section.weight() != null)) {
            return;
        }
        for (int s = 0; s < sections.size(); s++) {
            var section = sections.get(s);
            boolean givesPoints = section.questions().stream().anyMatch(question -> Points.canChange(question.kind()));
            if (givesPoints && section.weight() == null) {
                report("/sections/" + s, "weight-missing", section.code());
            }
        }
    }

    private void texts(String place, @Nullable Texts texts) {
        if (texts == null) {
            return;
        }
        for (var language : languages) {
            if (!texts.byLanguage().containsKey(language)) {
                report(place, "language-missing", language);
            }
        }
        texts.byLanguage().keySet().stream()
                .filter(language -> !languages.contains(language))
                .forEach(language -> report(place + "/" + language, "language-unknown", language));
    }

    private <T> void noneTwice(
            String list, String member, Collection<T> items, Function<T, String> name, String reason) {
        var seen = new HashSet<String>();
        int index = 0;
        for (var item : items) {
            if (!seen.add(name.apply(item))) {
                report(list + "/" + index + member, reason, name.apply(item));
            }
            index++;
        }
    }

    private void report(String pointer, String reason, Object... arguments) {
        flaws.add(Flaw.of(pointer, reason, arguments));
    }
}
