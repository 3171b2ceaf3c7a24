package org.samklima.portal.indicators.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Codes;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.util.MultiValueMap;

/**
 * A sector list of the tenant's own as somebody types it. Rows without a name are no sectors.
 *
 * @param name by language
 */
record SectorListForm(int lockVersion, Map<String, String> name, List<Row> rows) {

    private static final int LONGEST_NAME = 200;
    private static final int ROOM_FOR_MORE = 10;
    private static final String TOO_LONG = "indicators.definition.name-too-long";

    /**
     * A sector.
     *
     * @param code empty for a new one
     * @param name by language
     */
    record Row(String code, Map<String, String> name, String gpc) {

        static final Row BLANK = new Row("", Map.of(), "");

        boolean isBlank() {
            return name.values().stream().allMatch(String::isBlank);
        }
    }

    static SectorListForm blank() {
        return new SectorListForm(0, Map.of(), withRoom(List.of()));
    }

    static SectorListForm of(OwnSectorLists.Edited edited) {
        var rows = edited.list().sectors().stream()
                .map(sector -> new Row(
                        sector.code(), TextFields.of(sector.name()), Objects.requireNonNullElse(sector.gpc(), "")))
                .toList();
        return new SectorListForm(
                edited.lockVersion(), TextFields.of(edited.list().name()), edited.isFixed() ? rows : withRoom(rows));
    }

    private static List<Row> withRoom(List<Row> rows) {
        return Stream.concat(rows.stream(), Stream.generate(() -> Row.BLANK).limit(ROOM_FOR_MORE))
                .toList();
    }

    /** From a request: {@code name.sv} of the list; {@code code}, {@code sector.sv} and {@code gpc} of each row in turn. */
    static SectorListForm from(MultiValueMap<String, String> typed, List<String> languages) {
        var names = new LinkedHashMap<String, String>();
        languages.forEach(language -> names.put(language, at(typed, "name." + language, 0)));
        List<Row> rows = new ArrayList<>();
        int count = Math.min(typed.getOrDefault("code", List.of()).size(), OwnSectorLists.MOST_SECTORS + ROOM_FOR_MORE);
        for (int i = 0; i < count; i++) {
            var name = new LinkedHashMap<String, String>();
            for (var language : languages) {
                name.put(language, at(typed, "sector." + language, i));
            }
            rows.add(new Row(at(typed, "code", i), name, at(typed, "gpc", i)));
        }
        var version = at(typed, "lockVersion", 0);
        return new SectorListForm(version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, names, rows);
    }

    private static String at(MultiValueMap<String, String> typed, String name, int index) {
        var values = typed.getOrDefault(name, List.of());
        return index < values.size() && values.get(index) != null
                ? values.get(index).strip()
                : "";
    }

    SectorListForm seen(int lockVersion) {
        return new SectorListForm(lockVersion, name, rows);
    }

    /**
     * @param before the list as it is; null for a new one
     * @throws Problem if something is missing or impossible
     */
    SectorList list(Tenant tenant, @Nullable SectorList before) {
        var names = TextFields.read(
                        name, tenant.languages(), before == null ? null : before.name(), LONGEST_NAME, TOO_LONG)
                .orElseThrow(() -> Problem.invalid("indicators.definition.no-name"));
        var code = before == null ? Codes.of(names.in(tenant.defaultLanguage())) : before.code();
        if (!Codes.isCode(code)) {
            throw Problem.invalid("indicators.definition.bad-code", code);
        }
        var sectors = rows.stream()
                .filter(row -> !row.isBlank())
                .map(row -> sector(tenant, row, before))
                .toList();
        return new SectorList(code, names, sectors, false);
    }

    private static Sector sector(Tenant tenant, Row row, @Nullable SectorList before) {
        var known = before == null ? Optional.<Sector>empty() : before.sector(row.code());
        var name = TextFields.read(
                        row.name(), tenant.languages(), known.map(Sector::name).orElse(null), LONGEST_NAME, TOO_LONG)
                .orElseThrow();
        var code = known.map(Sector::code).orElseGet(() -> Codes.of(name.in(tenant.defaultLanguage())));
        if (!Codes.isCode(code)) {
            throw Problem.invalid("indicators.definition.bad-code", code);
        }
        return new Sector(code, name, row.gpc().isBlank() ? null : row.gpc().strip(), List.of());
    }
}
