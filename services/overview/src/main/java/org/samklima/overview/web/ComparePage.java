package org.samklima.overview.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.Comparison;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Compares members by an indicator or a question. The address is the comparison, so it can be sent. */
@NetworkPages
class ComparePage {

    private final CompareCharts charts;
    private final AnswerTexts texts;

    ComparePage(CompareCharts charts, AnswerTexts texts) {
        this.charts = charts;
        this.texts = texts;
    }

    @GetMapping("/compare")
    Answer compare(
            Visit visit,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String sector,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String per,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(name = "member", defaultValue = "") List<String> members,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String similar,
            @RequestParam(defaultValue = "") String kind) {
        var whom = Compared.of(visit.edition(), members, group, similar, kind);
        var what = Measured.of(visit.edition(), indicator, sector, year, per, question);
        var query = new Query();
        what.describe(query);
        whom.describe(query);
        return visit.page(
                visit.address(List.of("compare"), query.parameters()),
                "overview/compare",
                () -> model(visit, whom, what));
    }

    /** What one member answered. */
    record AnswerLine(Member member, String href, AnswerTexts.Written answer) {}

    private Map<String, Object> model(Visit visit, Compared whom, Measured what) {
        ReadableEdition edition = visit.edition();
        var model = new HashMap<String, Object>();
        model.put("whom", whom);
        model.put("what", what);
        model.put(
                "years",
                what.indicator() == null
                        ? List.of()
                        : new Choices(edition).years(what.indicator().code()));
        model.put("questions", Questions.of(edition).all());
        Indicator indicator = what.indicator();
        if (what.question() != null) {
            model.put("answers", answers(visit, whom, what));
        } else if (indicator != null && what.year() != null) {
            Comparison comparison = edition.comparison(indicator, what.sectorCode(), what.year(), whom.members());
            model.put("comparison", comparison);
            model.put("entries", whom.isSingle() ? comparison.entries() : what.ordered(comparison));
            model.put("chart", charts.of(visit, whom, what, comparison));
        }
        return model;
    }

    private List<AnswerLine> answers(Visit visit, Compared whom, Measured what) {
        ReadableEdition edition = visit.edition();
        return Arrays.stream(whom.members())
                .mapToObj(edition.members()::get)
                .map(member -> new AnswerLine(
                        member,
                        visit.toMember(member.key()),
                        texts.write(
                                what.question(),
                                Questions.of(edition)
                                        .answer(member.key(), what.question().code()),
                                visit)))
                .toList();
    }
}
