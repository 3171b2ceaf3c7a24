package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report form as JSON in one shape only: the members in one order, and none that says what goes without saying. */
final class FormWriter {

    static final String FORMAT = "samklima-report-form/1";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<String> languages;

    private FormWriter(List<String> languages) {
        this.languages = languages;
    }

    static ObjectNode write(ReportForm form) {
        return new FormWriter(form.languages()).form(form);
    }

    private ObjectNode form(ReportForm form) {
        var json = NODES.objectNode();
        json.put("format", FORMAT);
        json.put("code", form.code());
        texts(json, "title", form.title());
        texts(json, "introduction", form.introduction());
        json.set("languages", array(form.languages(), NODES::stringNode));
        json.set("sections", array(form.sections(), this::section));
        return json;
    }

    private ObjectNode section(Section section) {
        var json = NODES.objectNode();
        json.put("code", section.code());
        texts(json, "title", section.title());
        texts(json, "help", section.help());
        number(json, "weight", section.weight());
        memberKinds(json, section.memberKinds());
        json.set("questions", array(section.questions(), this::question));
        return json;
    }

    private ObjectNode question(Question question) {
        var json = NODES.objectNode();
        json.put("code", question.code());
        json.put("kind", FormWords.of(question.kind().name()));
        texts(json, "text", question.text());
        texts(json, "help", question.help());
        flag(json, "required", question.required());
        memberKinds(json, question.memberKinds());
        if (question.shownOnlyIf() != null) {
            json.set("shownOnlyIf", condition(question.shownOnlyIf()));
        }
        flag(json, "notApplicableAllowed", question.notApplicableAllowed());
        flag(json, "gate", question.gate());
        if (question.visibility() == Visibility.PUBLIC) {
            json.put("visibility", FormWords.of(question.visibility()));
        }
        text(json, "sharedQuestion", question.sharedQuestion());
        kind(json, question.kind());
        return json;
    }

    private static ObjectNode condition(Condition condition) {
        var json = NODES.objectNode();
        json.put("question", condition.question());
        switch (condition) {
            case Condition.Answered ignored -> json.put("answered", true);
            case Condition.Says says -> json.put("says", says.yes() ? "yes" : "no");
            case Condition.Chose chose -> json.set("chose", array(chose.options(), NODES::stringNode));
            case Condition.Compares compares ->
                number(json, FormWords.comparison(compares.comparison()), compares.value());
        }
        return json;
    }

    private void kind(ObjectNode json, Kind kind) {
        switch (kind) {
            case Kind.Number number -> {
                texts(json, "unit", number.unit());
                range(json, number.range());
                bands(json, number.bands());
            }
            case Kind.Percentage percentage -> {
                decimals(json, percentage.decimals());
                bands(json, percentage.bands());
            }
            case Kind.Indicator indicator -> {
                json.put("indicator", indicator.indicator());
                json.put("yearOffset", indicator.yearOffset());
                text(json, "sector", indicator.sector());
                texts(json, "unit", indicator.unit());
                range(json, indicator.range());
                bands(json, indicator.bands());
            }
            case Kind.IndicatorTable table -> {
                json.put("indicator", table.indicator());
                json.set("yearOffsets", array(table.yearOffsets(), NODES::numberNode));
                json.set("sectors", array(table.sectors(), sector -> coded(sector.code(), sector.text())));
                texts(json, "unit", table.unit());
                range(json, table.range());
            }
            case Kind.YesNo(BigDecimal points) -> points(json, points);
            case Kind.Choice choice -> json.set("options", array(choice.options(), this::option));
            case Kind.FreeText(int maxLength) -> json.put("maxLength", maxLength);
            case Kind.Day ignored -> {}
            case Kind.Evidence ignored -> {}
        }
    }

    private ObjectNode option(Option option) {
        var json = coded(option.code(), option.text());
        points(json, option.points());
        flag(json, "meetsRequirement", option.meetsRequirement());
        flag(json, "exclusive", option.exclusive());
        return json;
    }

    private ObjectNode coded(String code, Texts text) {
        var json = NODES.objectNode();
        json.put("code", code);
        texts(json, "text", text);
        return json;
    }

    private static void range(ObjectNode json, Range range) {
        number(json, "min", range.min());
        number(json, "max", range.max());
        decimals(json, range.decimals());
    }

    private static void decimals(ObjectNode json, int decimals) {
        if (decimals > 0) {
            json.put("decimals", decimals);
        }
    }

    private static void bands(ObjectNode json, List<Band> bands) {
        if (!bands.isEmpty()) {
            json.set("bands", array(bands, band -> {
                var item = NODES.objectNode();
                number(item, "from", band.from());
                number(item, "points", band.points());
                return item;
            }));
        }
    }

    private static void points(ObjectNode json, BigDecimal points) {
        if (points.signum() != 0) {
            number(json, "points", points);
        }
    }

    private void texts(ObjectNode json, String member, @Nullable Texts texts) {
        if (texts != null) {
            var byLanguage = NODES.objectNode();
            languages.forEach(language -> byLanguage.put(language, texts.in(language)));
            json.set(member, byLanguage);
        }
    }

    private static void memberKinds(ObjectNode json, Set<MemberKind> kinds) {
        if (!kinds.equals(Question.EVERY_KIND)) {
            json.set("memberKinds", array(kinds, kind -> NODES.stringNode(FormWords.of(kind))));
        }
    }

    private static void number(ObjectNode json, String member, @Nullable BigDecimal number) {
        if (number != null) {
            json.put(member, number);
        }
    }

    private static void text(ObjectNode json, String member, @Nullable String text) {
        if (text != null) {
            json.put(member, text);
        }
    }

    private static void flag(ObjectNode json, String member, boolean flag) {
        if (flag) {
            json.put(member, true);
        }
    }

    private static <T> ArrayNode array(Collection<T> items, Function<? super T, JsonNode> item) {
        var array = NODES.arrayNode();
        items.forEach(each -> array.add(item.apply(each)));
        return array;
    }
}
