package org.samklima.overview.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Answer;
import org.samklima.published.Question;
import org.springframework.stereotype.Component;

/** Writes an answer so that it can be read without its question's form. */
@Component
class AnswerTexts {

    private final Sentences sentences;

    AnswerTexts(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * An answer in words.
     *
     * @param given false where the member did not answer
     * @param words true where these are the member's own words, in whatever language it writes
     * @param link to the evidence
     */
    record Written(
            String text,
            boolean given,
            boolean words,
            @Nullable String link) {}

    Written write(Question question, @Nullable Answer answer, Visit visit) {
        if (answer == null) {
            return new Written(say("overview.answer.none", visit), false, false, null);
        }
        if (answer.notApplicable()) {
            return plain(say("overview.answer.notApplicable", visit));
        }
        if (answer.notation() != null) {
            String meaning = sentences.in(visit).notation(answer.notation());
            return plain(answer.text() == null ? meaning : meaning + ": " + answer.text());
        }
        if (answer.yes() != null) {
            return plain(say(answer.yes() ? "overview.answer.yes" : "overview.answer.no", visit));
        }
        if (answer.number() != null) {
            String unit = question.unit() == null ? "" : "\u00a0" + visit.text(question.unit());
            return plain(sentences.in(visit).number(answer.number()) + unit);
        }
        if (answer.date() != null) {
            return plain(sentences.in(visit).date(answer.date()));
        }
        if (!answer.options().isEmpty()) {
            return plain(answer.options().stream()
                    .map(code -> option(question, code, visit))
                    .collect(Collectors.joining(", ")));
        }
        String text = answer.text() == null ? String.valueOf(answer.link()) : answer.text();
        return new Written(text, true, true, answer.link());
    }

    private static Written plain(String text) {
        return new Written(text, true, false, null);
    }

    private static String option(Question question, String code, Visit visit) {
        return question.options().stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(option -> visit.text(option.text()))
                .orElse(code);
    }

    private String say(String key, Visit visit) {
        return sentences.say(key, visit.language());
    }
}
