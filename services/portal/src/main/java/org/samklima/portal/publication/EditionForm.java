package org.samklima.portal.publication;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Texts;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the fields of the page that composes an edition, as it was typed: it comes back so if something in it cannot
 * be understood. Texts are by language.
 *
 * @param lockVersion of the draft that the page was made from
 * @param statements in the order in which they stand
 * @param indicators all that the network has, chosen or not
 * @param first code of the indicator that stands first
 * @param shown questions that are published, as {@code form.question}
 * @param offered those that could be
 */
record EditionForm(
        int lockVersion,
        Map<String, String> title,
        Map<String, String> introduction,
        Map<String, String> correction,
        Map<String, String> description,
        String contact,
        List<StatementField> statements,
        List<IndicatorField> indicators,
        String first,
        String population,
        Set<String> forms,
        Set<String> shown,
        Set<String> offered,
        Set<String> peerGroups,
        String basis,
        boolean scores,
        String ranking) {

    /** A statement and the words typed for it, by language. */
    record StatementField(String code, Map<String, String> text) {}

    /** An indicator and what is chosen of it. */
    record IndicatorField(
            String code,
            boolean chosen,
            String from,
            String to,
            String baseline,
            String targetYear,
            String targetChange) {}

    static EditionForm of(StoredDraft stored, Material material, Set<String> offered) {
        var draft = stored.draft();
        var shown = new LinkedHashSet<>(offered);
        shown.removeAll(draft.withheld());
        var indicators = material.indicators().stream()
                .map(indicator -> draft.indicator(indicator.code())
                        .map(EditionForm::field)
                        .orElse(new IndicatorField(indicator.code(), false, "", "", "", "", "")))
                .toList();
        return new EditionForm(
                stored.lockVersion(),
                byLanguage(draft.title()),
                byLanguage(draft.introduction()),
                byLanguage(draft.correction()),
                byLanguage(draft.description()),
                draft.contact() == null ? "" : draft.contact(),
                draft.statements().stream()
                        .map(chosen -> new StatementField(chosen.code(), byLanguage(chosen.text())))
                        .toList(),
                indicators,
                draft.indicators().isEmpty()
                        ? ""
                        : draft.indicators().getFirst().code(),
                draft.population() == null ? "" : draft.population(),
                draft.forms(),
                shown,
                offered,
                draft.peerGroups(),
                draft.basis().name(),
                draft.scores(),
                draft.ranking().name());
    }

    private static IndicatorField field(Draft.ChosenIndicator chosen) {
        var change = chosen.targetChange();
        return new IndicatorField(
                chosen.code(),
                true,
                text(chosen.fromYear()),
                text(chosen.toYear()),
                text(chosen.baselineYear()),
                text(chosen.targetYear()),
                change == null
                        ? ""
                        : change.movePointRight(2).stripTrailingZeros().toPlainString());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Map<String, String> byLanguage(@Nullable Texts texts) {
        return texts == null ? Map.of() : texts.byLanguage();
    }

    /** From a request: texts as {@code title.sv} and {@code text.<statement>.sv}, lists as repeated parameters. */
    static EditionForm from(MultiValueMap<String, String> typed, List<String> languages) {
        Function<String, Map<String, String>> texts = name -> texts(typed, name, languages);
        var chosen = Set.copyOf(typed.getOrDefault("indicator", List.of()));
        return new EditionForm(
                lockVersion(typed.getFirst("lockVersion")),
                texts.apply("title"),
                texts.apply("introduction"),
                texts.apply("correction"),
                texts.apply("description"),
                first(typed, "contact"),
                typed.getOrDefault("statement", List.of()).stream()
                        .distinct()
                        .map(code -> new StatementField(code, texts.apply("text." + code)))
                        .toList(),
                typed.getOrDefault("offeredIndicator", List.of()).stream()
                        .distinct()
                        .map(code -> new IndicatorField(
                                code,
                                chosen.contains(code),
                                first(typed, "from." + code),
                                first(typed, "to." + code),
                                first(typed, "baseline." + code),
                                first(typed, "targetYear." + code),
                                first(typed, "targetChange." + code)))
                        .toList(),
                first(typed, "first"),
                first(typed, "population"),
                set(typed, "form"),
                set(typed, "question"),
                set(typed, "offered"),
                set(typed, "peerGroup"),
                first(typed, "basis"),
                typed.containsKey("scores"),
                first(typed, "ranking"));
    }

    private static int lockVersion(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static Map<String, String> texts(MultiValueMap<String, String> typed, String name, List<String> languages) {
        var texts = new LinkedHashMap<String, String>();
        languages.forEach(language -> texts.put(language, first(typed, name + "." + language)));
        return texts;
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    private static Set<String> set(MultiValueMap<String, String> typed, String name) {
        return new LinkedHashSet<>(typed.getOrDefault(name, List.of()));
    }

    /** The same with other statements, or with the same ones in another order. */
    EditionForm with(List<StatementField> others) {
        return new EditionForm(
                lockVersion,
                title,
                introduction,
                correction,
                description,
                contact,
                List.copyOf(others),
                indicators,
                first,
                population,
                forms,
                shown,
                offered,
                peerGroups,
                basis,
                scores,
                ranking);
    }
}
