package org.samklima.overview.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Member;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where one member stands: a page to take into a meeting, printed on one sheet. */
@NetworkPages
class MemberPage {

    private static final int SIMILAR = 5;

    private final MemberFigures figures;
    private final MemberScores scores;

    MemberPage(MemberFigures figures, MemberScores scores) {
        this.figures = figures;
        this.scores = scores;
    }

    @GetMapping("/members/{key}")
    Answer member(Visit visit, @PathVariable String key) {
        Integer member = visit.edition().indexOf(key);
        if (member == null) {
            throw new NotFound(visit.network());
        }
        return visit.page(
                visit.address(List.of("members", key), List.of()), "overview/member", () -> model(visit, member));
    }

    private Map<String, Object> model(Visit visit, int index) {
        ReadableEdition edition = visit.edition();
        Member member = edition.members().get(index);
        Peers peers = Peers.of(member, visit);
        var model = new HashMap<String, Object>();
        model.put("member", member);
        model.put("peers", peers);
        model.put("leading", figures.leading(visit, index, peers));
        model.put("figures", figures.all(visit, index, peers));
        model.put("report", edition.report(member.key()));
        model.put("total", scores.total(visit, member));
        model.put("sections", scores.sections(visit, member, peers));
        model.put("answers", scores.answers(visit, member));
        model.put("similar", similar(visit, member, index));
        return model;
    }

    /** Where the comparison with members of like size stands; null where nobody counted the inhabitants. */
    private static @Nullable String similar(Visit visit, Member member, int index) {
        return visit.edition().similarTo(index, SIMILAR).isEmpty() ? null : visit.toSimilar(member.key());
    }
}
