package org.samklima.overview.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Answer;
import org.samklima.published.Member;
import org.springframework.stereotype.Component;

/** How the answers to a yes-or-no question have changed since earlier years' editions, on the members of both. */
@Component
class YesOverTime {

    private final Sentences sentences;

    YesOverTime(Sentences sentences) {
        this.sentences = sentences;
    }

    /** A sentence for every earlier year in which the same question was answered by somebody who answers now. */
    List<String> of(Visit visit, String question) {
        ReadableEdition now = visit.edition();
        return visit.network().newestOfEachYear().stream()
                .filter(earlier -> earlier.id().year() < now.id().year())
                .map(earlier -> sentence(visit, question, earlier))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private String sentence(Visit visit, String question, ReadableEdition earlier) {
        ReadableEdition now = visit.edition();
        List<Member> both = now.members().stream()
                .filter(member -> yes(earlier, member, question) != null && yes(now, member, question) != null)
                .toList();
        return both.isEmpty()
                ? ""
                : sentences.say(
                        "overview.finding.overTime",
                        visit.language(),
                        share(visit, earlier, both, question),
                        earlier.id().year(),
                        share(visit, now, both, question),
                        now.id().year(),
                        both.size());
    }

    private String share(Visit visit, ReadableEdition edition, List<Member> members, String question) {
        long yes = members.stream()
                .filter(member -> Boolean.TRUE.equals(yes(edition, member, question)))
                .count();
        return sentences
                .in(visit)
                .percent(BigDecimal.valueOf(yes).divide(BigDecimal.valueOf(members.size()), MathContext.DECIMAL64));
    }

    private static @Nullable Boolean yes(ReadableEdition edition, Member member, String question) {
        Answer answer = Questions.of(edition).answer(member.key(), question);
        return answer == null ? null : answer.yes();
    }
}
