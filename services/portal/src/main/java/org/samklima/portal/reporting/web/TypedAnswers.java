package org.samklima.portal.reporting.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.forms.AnswerError;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.report.AnswerChange;
import org.samklima.portal.reporting.report.Answered;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.GivenAnswer;
import org.samklima.portal.reporting.report.ReportFile;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Saves what was typed on a section's page, and says for each question what came of it. */
@Component
class TypedAnswers {

    private final Answering answering;
    private final FigureTexts figureTexts;
    private final Clock clock;

    TypedAnswers(Answering answering, FigureTexts figureTexts, Clock clock) {
        this.answering = answering;
        this.figureTexts = figureTexts;
        this.clock = clock;
    }

    /** What was typed at a question, and what came of it. */
    record Attempt(Typed typed, AnswerStatus status) {}

    /**
     * Saves each question of the page that the person changed.
     *
     * @return those that could not be saved, by question code
     */
    Map<String, Attempt> save(SectionView view, MultiValueMap<String, String> request, Locale language) {
        var attempts = new LinkedHashMap<String, Attempt>();
        var changes = new LinkedHashMap<String, AnswerChange>();
        for (var question : view.questions()) {
            if (isChanged(question.code(), request)) {
                var attempt = new Reading(view.file(), question, request, language);
                if (attempt.change() == null) {
                    attempts.put(question.code(), attempt.refused(attempt.errors()));
                } else {
                    changes.put(question.code(), attempt.change());
                }
            }
        }
        if (!changes.isEmpty()) {
            answering.answerEach(view.file().report().id(), changes).forEach((code, answered) -> {
                if (!(answered instanceof Answered.Saved)) {
                    attempts.put(code, new Reading(view.file(), view.question(code), request, language).came(answered));
                }
            });
        }
        return attempts;
    }

    /** Saves one question, whatever may hinder it: a page that is being typed into shows it beside the question. */
    Attempt save(SectionView view, String code, MultiValueMap<String, String> request, Locale language) {
        var reading = new Reading(view.file(), view.question(code), request, language);
        var change = reading.change();
        if (change == null) {
            return reading.refused(reading.errors());
        }
        try {
            return reading.came(answering.answer(view.file().report().id(), code, change));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return reading.refused(List.of(new AnswerError("", problem.messageKey(), List.of(problem.arguments()))));
        }
    }

    private static boolean isChanged(String code, MultiValueMap<String, String> request) {
        return request.containsKey(code + ".revision")
                && (request.containsKey(code + ".force")
                        || !Objects.equals(
                                request.getFirst(code + ".was"),
                                Typed.from(request, code).fingerprint()));
    }

    private final class Reading {

        private final ReportFile file;
        private final QuestionView question;
        private final Locale language;
        private final Typed typed;
        private final int seen;
        private final String was;
        private final AnswerReader.Reading read;

        private Reading(
                ReportFile file, QuestionView question, MultiValueMap<String, String> request, Locale language) {
            this.file = file;
            this.question = question;
            this.language = language;
            this.typed = Typed.from(request, question.code());
            this.seen = seen(question.code(), request);
            this.was = Objects.requireNonNullElse(request.getFirst(question.code() + ".was"), "");
            this.read = AnswerReader.read(question.question(), file.report().year(), typed, language);
        }

        /** The revision that the person wants to replace: the one on the page, or another's that was shown beside. */
        private static int seen(String code, MultiValueMap<String, String> request) {
            var force = request.getFirst(code + ".force");
            var revision = force == null ? request.getFirst(code + ".revision") : force;
            return revision != null && revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
        }

        List<AnswerError> errors() {
            return read.errors();
        }

        /** Null if it was not understood. */
        @Nullable AnswerChange change() {
            return read.errors().isEmpty() ? new AnswerChange(read.answer(), typed.text(Typed.COMMENT), seen) : null;
        }

        Attempt came(Answered answered) {
            return switch (answered) {
                case Answered.Saved(var given) -> new Attempt(typed, AnswerStatus.saved(given, typed, clock.instant()));
                case Answered.Refused(var errors) -> refused(errors);
                case Answered.Overtaken(var theirs) ->
                    new Attempt(typed, AnswerStatus.overtaken(question.code(), seen, was, theirs, shown(theirs)));
            };
        }

        Attempt refused(List<AnswerError> errors) {
            return new Attempt(typed, AnswerStatus.refused(question.code(), seen, was, errors));
        }

        private @Nullable ShownAnswer shown(@Nullable GivenAnswer theirs) {
            return theirs == null || theirs.answer() == null
                    ? null
                    : ShownAnswer.of(
                            question.question(),
                            theirs.answer(),
                            file.report().year(),
                            figureTexts.in(language),
                            file.round().network().defaultLanguage());
        }
    }
}
