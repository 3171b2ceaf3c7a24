package org.samklima.overview.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.Change;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.Selection;
import org.samklima.pages.ChartData;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.springframework.web.bind.annotation.GetMapping;

/** What a network wants known, in a minute: its newest edition's findings and where everybody stands. */
@NetworkPages
class FrontPage {

    private static final int FINDINGS = 5;

    private final Findings findings;
    private final Sentences sentences;
    private final DotStrip dots;

    FrontPage(Findings findings, Sentences sentences, DotStrip dots) {
        this.findings = findings;
        this.sentences = sentences;
        this.dots = dots;
    }

    @GetMapping
    Answer front(Visit visit) {
        return visit.page(visit.address(List.of(), List.of()), "overview/front", () -> model(visit));
    }

    private Map<String, Object> model(Visit visit) {
        ReadableEdition edition = visit.edition();
        var model = new HashMap<String, Object>();
        model.put("findings", findings.of(visit).stream().limit(FINDINGS).toList());
        model.put("members", edition.members().stream().map(Member::name).toList());
        model.put("reported", edition.words().round().reports().size());
        model.put("editions", visit.network().newestOfEachYear());
        model.put("change", changeSentence(visit));
        ChartData strip = dots.of(visit);
        if (strip != null) {
            model.put("strip", strip);
        }
        return model;
    }

    private @Nullable String changeSentence(Visit visit) {
        ReadableEdition edition = visit.edition();
        if (edition.indicators().isEmpty()) {
            return null;
        }
        Indicator first = edition.indicators().getFirst();
        int[] members = edition.members(new Selection(edition.leadingKind(), null));
        Change change = edition.change(first, members);
        return change == null
                ? null
                : sentences.change(change, first, visit)
                        + " "
                        + sentences.say(
                                "overview.sentence.counted", visit.language(), change.counted(), members.length);
    }
}
