package org.samklima.portal.indicators.definitions;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Codes;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.validation.Errors;

/**
 * An indicator of the tenant's own as somebody types it; texts are by language.
 *
 * @param code blank for the one that the name suggests; what is there already keeps its own
 * @param sectorList blank if it is not divided
 * @param lockVersion of the definition that the page was made from
 */
record DefinitionForm(
        String code,
        Map<String, String> name,
        Map<String, String> definition,
        Map<String, String> unit,
        @Nullable Integer decimals,
        @Nullable Direction direction,
        String sectorList,
        @Nullable Boolean perInhabitant,
        @Nullable Integer lockVersion) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_DEFINITION = 2_000;

    private static final String NAME = "name";
    private static final String UNIT = "unit";

    /** Which field a problem is about; texts are asked for in several languages, and lead to the first. */
    private static final Map<String, String> FIELDS = Map.of(
            "indicators.definition.no-name",
            NAME,
            "indicators.definition.name-too-long",
            NAME,
            "indicators.definition.no-unit",
            UNIT,
            "indicators.definition.unit-too-long",
            UNIT,
            "indicators.unit-fixed",
            UNIT,
            "indicators.definition.too-long",
            "definition",
            "indicators.definition.bad-code",
            "code",
            "indicators.code-taken",
            "code",
            "indicators.sectors-fixed",
            "sectorList",
            "indicators.unknown-sector-list",
            "sectorList");

    @SuppressWarnings("NullAway") // a request may leave out what a caller in Java may not
    DefinitionForm {
        code = Objects.requireNonNullElse(code, "").strip();
        name = Objects.requireNonNullElse(name, Map.of());
        definition = Objects.requireNonNullElse(definition, Map.of());
        unit = Objects.requireNonNullElse(unit, Map.of());
        sectorList = Objects.requireNonNullElse(sectorList, "");
    }

    static DefinitionForm blank() {
        return new DefinitionForm("", Map.of(), Map.of(), Map.of(), 0, Direction.LOWER_IS_BETTER, "", false, 0);
    }

    static DefinitionForm of(OwnIndicators.Edited edited) {
        var indicator = edited.indicator();
        return new DefinitionForm(
                indicator.code(),
                TextFields.of(indicator.name()),
                TextFields.of(indicator.definition()),
                TextFields.of(indicator.unit()),
                indicator.decimals(),
                indicator.direction(),
                Objects.requireNonNullElse(indicator.sectorList(), ""),
                indicator.perInhabitant(),
                edited.lockVersion());
    }

    /**
     * @param before the indicator as it is; null for a new one
     * @throws Problem if something is missing or impossible
     */
    Indicator indicator(Tenant tenant, @Nullable Indicator before) {
        var names = TextFields.read(
                        name,
                        tenant.languages(),
                        before == null ? null : before.name(),
                        LONGEST_NAME,
                        "indicators.definition.name-too-long")
                .orElseThrow(() -> Problem.invalid("indicators.definition.no-name"));
        var units = TextFields.read(
                        unit,
                        tenant.languages(),
                        before == null ? null : before.unit(),
                        LONGEST_UNIT,
                        "indicators.definition.unit-too-long")
                .orElseThrow(() -> Problem.invalid("indicators.definition.no-unit"));
        var definitions = TextFields.read(
                        definition,
                        tenant.languages(),
                        before == null ? null : before.definition(),
                        LONGEST_DEFINITION,
                        "indicators.definition.too-long")
                .orElse(names);
        return new Indicator(
                before == null ? newCode(names.in(tenant.defaultLanguage())) : before.code(),
                names,
                definitions,
                units,
                Math.clamp(Objects.requireNonNullElse(decimals, 0), 0, Indicator.MAX_DECIMALS),
                Objects.requireNonNullElse(direction, Direction.NEITHER),
                sectorList.isBlank() ? null : sectorList,
                Boolean.TRUE.equals(perInhabitant),
                false);
    }

    private String newCode(String name) {
        var suggested = code.isEmpty() ? Codes.of(name) : code;
        if (!Codes.isCode(suggested)) {
            throw Problem.invalid("indicators.definition.bad-code", suggested);
        }
        return suggested;
    }

    /** Puts the problem where the reader can mend it. */
    static void reject(Errors errors, Problem problem, String language) {
        var field = FIELDS.get(problem.messageKey());
        if (field == null) {
            errors.reject(problem.messageKey(), problem.arguments(), problem.messageKey());
        } else {
            boolean byLanguage = field.equals(NAME) || field.equals(UNIT) || field.equals("definition");
            errors.rejectValue(
                    byLanguage ? field + "[" + language + "]" : field,
                    problem.messageKey(),
                    problem.arguments(),
                    problem.messageKey());
        }
    }
}
