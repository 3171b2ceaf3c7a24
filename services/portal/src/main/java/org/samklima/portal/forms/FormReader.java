package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.QuestionKind;
import org.samklima.published.Texts;
import tools.jackson.databind.JsonNode;

/** Reads a report form from JSON that keeps to the schema; what does not, ends in an exception of no particular kind. */
final class FormReader {

    private FormReader() {}

    /** @throws InvalidForm if the form makes no sense */
    static ReportForm read(JsonNode json) {
        return new ReportForm(
                string(json, "code"),
                texts(json.required("title")),
                optionalTexts(json, "introduction"),
                list(json, "languages", JsonNode::stringValue),
                list(json, "sections", FormReader::section));
    }

    private static Section section(JsonNode json) {
        return new Section(
                string(json, "code"),
                texts(json.required("title")),
                optionalTexts(json, "help"),
                optionalNumber(json, "weight"),
                memberKinds(json),
                list(json, "questions", FormReader::question));
    }

    private static Question question(JsonNode json) {
        return new Question(
                string(json, "code"),
                texts(json.required("text")),
                optionalTexts(json, "help"),
                kind(json),
                flag(json, "required"),
                memberKinds(json),
                json.has("shownOnlyIf") ? condition(json.get("shownOnlyIf")) : null,
                flag(json, "notApplicableAllowed"),
                flag(json, "gate"),
                json.has("visibility")
                        ? FormWords.constant(Visibility.class, string(json, "visibility"))
                        : Visibility.NETWORK,
                optionalString(json, "sharedQuestion"));
    }

    private static Kind kind(JsonNode json) {
        return switch (FormWords.constant(QuestionKind.class, string(json, "kind"))) {
            case NUMBER -> new Kind.Number(texts(json.required("unit")), range(json), bands(json));
            case PERCENTAGE -> new Kind.Percentage(decimals(json), bands(json));
            case YES_NO -> new Kind.YesNo(points(json));
            case ONE_OF -> new Kind.OneOf(list(json, "options", FormReader::option));
            case SEVERAL_OF -> new Kind.SeveralOf(list(json, "options", FormReader::option));
            case TEXT -> new Kind.FreeText(json.required("maxLength").intValue());
            case DATE -> new Kind.Day();
            case EVIDENCE -> new Kind.Evidence();
            case INDICATOR ->
                new Kind.Indicator(
                        string(json, "indicator"),
                        json.required("yearOffset").intValue(),
                        optionalString(json, "sector"),
                        texts(json.required("unit")),
                        range(json),
                        bands(json));
            case INDICATOR_TABLE ->
                new Kind.IndicatorTable(
                        string(json, "indicator"),
                        list(json, "yearOffsets", JsonNode::intValue),
                        list(json, "sectors", FormReader::sector),
                        texts(json.required("unit")),
                        range(json));
        };
    }

    private static Condition condition(JsonNode json) {
        var question = string(json, "question");
        if (json.has("answered")) {
            return new Condition.Answered(question);
        }
        if (json.has("says")) {
            return new Condition.Says(question, string(json, "says").equals("yes"));
        }
        if (json.has("chose")) {
            return new Condition.Chose(question, list(json, "chose", JsonNode::stringValue));
        }
        for (var comparison : Condition.Comparison.values()) {
            if (json.has(FormWords.comparison(comparison))) {
                var value = json.get(FormWords.comparison(comparison)).decimalValue();
                return new Condition.Compares(question, comparison, value);
            }
        }
        throw new IllegalArgumentException("A condition that asks nothing");
    }

    private static Option option(JsonNode json) {
        return new Option(
                string(json, "code"),
                texts(json.required("text")),
                points(json),
                flag(json, "meetsRequirement"),
                flag(json, "exclusive"));
    }

    private static Kind.IndicatorTable.Sector sector(JsonNode json) {
        return new Kind.IndicatorTable.Sector(string(json, "code"), texts(json.required("text")));
    }

    private static Band band(JsonNode json) {
        return new Band(optionalNumber(json, "from"), json.required("points").decimalValue());
    }

    private static List<Band> bands(JsonNode json) {
        return json.has("bands") ? list(json, "bands", FormReader::band) : List.of();
    }

    private static Range range(JsonNode json) {
        return new Range(optionalNumber(json, "min"), optionalNumber(json, "max"), decimals(json));
    }

    private static int decimals(JsonNode json) {
        return json.has("decimals") ? json.get("decimals").intValue() : 0;
    }

    private static BigDecimal points(JsonNode json) {
        return json.has("points") ? json.get("points").decimalValue() : BigDecimal.ZERO;
    }

    private static Set<MemberKind> memberKinds(JsonNode json) {
        return json.has("memberKinds")
                ? Set.copyOf(
                        list(json, "memberKinds", word -> FormWords.constant(MemberKind.class, word.stringValue())))
                : Question.EVERY_KIND;
    }

    private static @Nullable Texts optionalTexts(JsonNode json, String member) {
        return json.has(member) ? texts(json.get(member)) : null;
    }

    private static Texts texts(JsonNode json) {
        var byLanguage = new LinkedHashMap<String, String>();
        json.properties()
                .forEach(text -> byLanguage.put(text.getKey(), text.getValue().stringValue()));
        return new Texts(byLanguage);
    }

    private static @Nullable BigDecimal optionalNumber(JsonNode json, String member) {
        return json.has(member) ? json.get(member).decimalValue() : null;
    }

    private static @Nullable String optionalString(JsonNode json, String member) {
        return json.has(member) ? string(json, member) : null;
    }

    private static String string(JsonNode json, String member) {
        return json.required(member).stringValue();
    }

    private static boolean flag(JsonNode json, String member) {
        return json.has(member) && json.get(member).booleanValue();
    }

    private static <T> List<T> list(JsonNode json, String member, Function<JsonNode, T> item) {
        return json.required(member).valueStream().map(item).toList();
    }
}
