package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether an answer suits its question. */
final class AnswerCheck {

    static final int LONGEST_EXPLANATION = 1000;
    static final int LONGEST_LINK = 2000;
    static final int LONGEST_REFERENCE = 300;
    private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST_DAY = LocalDate.of(2200, 12, 31);

    private AnswerCheck() {}

    static List<AnswerError> errors(Question question, Answer answer, int year) {
        if (answer instanceof Answer.NotApplicable(String reason)) {
            return question.notApplicableAllowed()
                    ? tooLong(reason, LONGEST_EXPLANATION).stream().toList()
                    : List.of(AnswerError.of("not-applicable-refused"));
        }
        return switch (question.kind()) {
            case Kind.Numeric kind when answer instanceof Answer.Figure figure -> figureErrors(kind.range(), figure);
            case Kind.IndicatorTable kind
            when answer instanceof Answer.Table(var cells) -> tableErrors(kind, cells, year);
            case Kind.YesNo ignored when answer instanceof Answer.YesNo -> List.of();
            case Kind.OneOf kind
            when answer instanceof Answer.OneOf(String option) -> unknownOptions(kind, List.of(option));
            case Kind.SeveralOf kind
            when answer instanceof Answer.SeveralOf(var options) -> severalErrors(kind, options);
            case Kind.FreeText(int maxLength)
            when answer instanceof Answer.FreeText(String text) -> textErrors(text, maxLength);
            case Kind.Day ignored
            when answer instanceof Answer.Day(LocalDate date) ->
                date.isBefore(EARLIEST_DAY) || date.isAfter(LATEST_DAY)
                        ? List.of(AnswerError.of("bad-date"))
                        : List.of();
            case Kind.Evidence ignored when answer instanceof Answer.Evidence evidence -> evidenceErrors(evidence);
            default -> List.of(AnswerError.of("wrong-kind"));
        };
    }

    private static List<AnswerError> figureErrors(Range range, Answer.Figure figure) {
        return switch (figure) {
            case Answer.Amount(BigDecimal value) -> amountErrors(range, value);
            case Answer.NoValue noValue ->
                noValue.explanation().isBlank()
                        ? List.of(AnswerError.of(
                                "explanation-missing", noValue.key().name()))
                        : tooLong(noValue.explanation(), LONGEST_EXPLANATION).stream()
                                .toList();
        };
    }

    private static List<AnswerError> amountErrors(Range range, BigDecimal value) {
        var errors = new ArrayList<AnswerError>();
        if (range.min() != null && value.compareTo(range.min()) < 0) {
            errors.add(AnswerError.of("below-minimum", range.min()));
        }
        if (range.max() != null && value.compareTo(range.max()) > 0) {
            errors.add(AnswerError.of("above-maximum", range.max()));
        }
        if (value.scale() > range.decimals()) {
            errors.add(AnswerError.of("too-many-decimals", range.decimals()));
        }
        return errors;
    }

    private static List<AnswerError> tableErrors(Kind.IndicatorTable kind, List<Answer.Table.Cell> cells, int year) {
        var errors = new ArrayList<AnswerError>();
        var seen = new HashSet<String>();
        for (var cell : cells) {
            var place = cell.place();
            if (kind.sectors().stream().noneMatch(sector -> sector.code().equals(cell.sector()))) {
                errors.add(AnswerError.of("unknown-sector", cell.sector()).at(place));
            } else if (!kind.yearOffsets().contains(cell.year() - year)) {
                errors.add(AnswerError.of("year-not-asked", String.valueOf(cell.year()))
                        .at(place));
            } else if (!seen.add(place)) {
                errors.add(AnswerError.of("cell-twice").at(place));
            } else {
                figureErrors(kind.range(), cell.figure()).forEach(error -> errors.add(error.at(place)));
            }
        }
        if (cells.isEmpty()) {
            errors.add(AnswerError.of("empty"));
        }
        return errors;
    }

    private static List<AnswerError> severalErrors(Kind.SeveralOf kind, List<String> options) {
        if (options.isEmpty()) {
            return List.of(AnswerError.of("empty"));
        }
        var errors = new ArrayList<>(unknownOptions(kind, options));
        if (Set.copyOf(options).size() < options.size()) {
            errors.add(AnswerError.of("option-twice"));
        }
        if (options.size() > 1) {
            options.stream()
                    .flatMap(code -> kind.option(code).filter(Option::exclusive).stream())
                    .findFirst()
                    .ifPresent(option -> errors.add(AnswerError.of("option-excludes-others", option.code())));
        }
        return errors;
    }

    private static List<AnswerError> unknownOptions(Kind.Choice kind, List<String> options) {
        return options.stream()
                .filter(code -> kind.option(code).isEmpty())
                .map(code -> AnswerError.of("unknown-option", code))
                .toList();
    }

    private static List<AnswerError> textErrors(String text, int maxLength) {
        return text.isBlank()
                ? List.of(AnswerError.of("empty"))
                : tooLong(text, maxLength).stream().toList();
    }

    private static List<AnswerError> evidenceErrors(Answer.Evidence evidence) {
        var errors = new ArrayList<AnswerError>();
        if (evidence.link() == null
                && (evidence.reference() == null || evidence.reference().isBlank())) {
            errors.add(AnswerError.of("empty"));
        }
        if (evidence.link() != null) {
            tooLong(evidence.link(), LONGEST_LINK).ifPresent(errors::add);
            if (!isWebAddress(evidence.link())) {
                errors.add(AnswerError.of("bad-link"));
            }
        }
        if (evidence.reference() != null) {
            tooLong(evidence.reference(), LONGEST_REFERENCE).ifPresent(errors::add);
        }
        return errors;
    }

    private static boolean isWebAddress(String link) {
        try {
            var uri = new URI(link);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static Optional<AnswerError> tooLong(String text, int maxLength) {
        int length = text.codePointCount(0, text.length());
        return length > maxLength ? Optional.of(AnswerError.of("too-long", maxLength, length)) : Optional.empty();
    }
}
