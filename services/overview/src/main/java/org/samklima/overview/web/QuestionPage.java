package org.samklima.overview.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.web.Questions.Asked;
import org.samklima.published.Member;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One question: who has done it, who answered otherwise, who has not answered. */
@NetworkPages
class QuestionPage {

    private final AnswerTexts texts;
    private final YesOverTime overTime;

    QuestionPage(AnswerTexts texts, YesOverTime overTime) {
        this.texts = texts;
        this.overTime = overTime;
    }

    @GetMapping("/questions/{code}")
    Answer question(Visit visit, @PathVariable String code) {
        Questions questions = Questions.of(visit.edition());
        Asked asked = questions.find(code).orElseThrow(() -> new NotFound(visit.network()));
        return visit.page(
                visit.address(List.of("questions", code), List.of()),
                "overview/question",
                () -> model(visit, questions, asked));
    }

    /** What one member answered. */
    record Line(Member member, String href, AnswerTexts.Written answer) {}

    /** All who gave the same answer. */
    record Group(String answer, List<Line> lines) {}

    private Map<String, Object> model(Visit visit, Questions questions, Asked asked) {
        String code = asked.question().code();
        var alphabet = Collator.getInstance(visit.language());
        List<Line> lines = questions.asked(code).stream()
                .sorted(Comparator.comparing(Member::name, alphabet))
                .map(member -> new Line(
                        member,
                        visit.toMember(member.key()),
                        texts.write(asked.question(), questions.answer(member.key(), code), visit)))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("asked", asked);
        model.put("lines", lines);
        model.put(
                "answered", lines.stream().filter(line -> line.answer().given()).count());
        model.put("overTime", overTime.of(visit, code));
        model.put("groups", groups(asked, lines));
        return model;
    }

    /** Null where hardly two members can have answered the same. */
    private static @Nullable List<Group> groups(Asked asked, List<Line> lines) {
        return switch (asked.question().kind()) {
            case YES_NO, ONE_OF, SEVERAL_OF -> {
                var groups = new TreeMap<String, List<Line>>();
                lines.stream()
                        .filter(line -> line.answer().given())
                        .forEach(line -> groups.computeIfAbsent(line.answer().text(), _ -> new ArrayList<>())
                                .add(line));
                yield groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .sorted((one, other) ->
                                other.lines().size() - one.lines().size())
                        .toList();
            }
            default -> null;
        };
    }
}
