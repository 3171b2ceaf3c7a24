package org.samklima.portal.forms.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Option;
import org.samklima.portal.forms.Question;

/** A question taken apart into what can be compared between two versions; every setting is in exactly one part. */
final class QuestionParts {

    private QuestionParts() {}

    /** What an answer means: with another meaning it belongs to another series. */
    static List<@Nullable Object> meaning(Kind kind) {
        return switch (kind) {
            case Kind.Number number -> Arrays.asList(kind.name(), number.unit());
            case Kind.Indicator indicator ->
                Arrays.asList(
                        kind.name(),
                        indicator.indicator(),
                        indicator.yearOffset(),
                        indicator.sector(),
                        indicator.unit());
            case Kind.IndicatorTable table ->
                Arrays.asList(
                        kind.name(), table.indicator(), table.yearOffsets(), codes(table.sectors()), table.unit());
            default -> Arrays.asList(kind.name());
        };
    }

    static List<?> optionCodes(Kind kind) {
        return options(kind, option -> List.of(option.code(), option.exclusive()));
    }

    static List<?> points(Kind kind) {
        return switch (kind) {
            case Kind.Numeric numeric -> numeric.bands();
            case Kind.YesNo yesNo -> List.of(yesNo.points());
            default -> options(kind, option -> List.of(option.code(), option.points()));
        };
    }

    static List<?> limits(Kind kind) {
        return switch (kind) {
            case Kind.Numeric numeric -> List.of(numeric.range());
            case Kind.IndicatorTable table -> List.of(table.range());
            case Kind.FreeText text -> List.of(text.maxLength());
            default -> List.of();
        };
    }

    static List<@Nullable Object> whenAsked(Question question) {
        return Arrays.asList(
                question.memberKinds(),
                question.shownOnlyIf(),
                question.required(),
                question.gate(),
                question.notApplicableAllowed(),
                options(question.kind(), option -> List.of(option.code(), option.meetsRequirement())));
    }

    static List<@Nullable Object> wording(Question question) {
        return Arrays.asList(
                question.text(),
                question.help(),
                options(question.kind(), Option::text),
                question.kind() instanceof Kind.IndicatorTable table ? table.sectors() : List.of());
    }

    private static List<String> codes(List<Kind.IndicatorTable.Sector> sectors) {
        return sectors.stream().map(Kind.IndicatorTable.Sector::code).toList();
    }

    private static <T> List<T> options(Kind kind, Function<Option, T> part) {
        return kind instanceof Kind.Choice choice
                ? choice.options().stream().map(part).toList()
                : List.of();
    }
}
