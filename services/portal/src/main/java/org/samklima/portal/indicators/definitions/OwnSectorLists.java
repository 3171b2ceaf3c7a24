package org.samklima.portal.indicators.definitions;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bound tenant divides its indicators by sector lists of its own. Once there are figures by sector, a list keeps its
 * sectors, for their sum is the whole; they may be called otherwise.
 */
@Service
class OwnSectorLists {

    static final int MOST_SECTORS = 60;

    private final IndicatorCatalogue catalogue;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    OwnSectorLists(IndicatorCatalogue catalogue, AuditTrail audit, JdbcClient jdbc, JsonMapper json) {
        this.catalogue = catalogue;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A list of the tenant's own, to be edited.
     *
     * @param lockVersion how often it was changed
     * @param isFixed whether there are figures by its sectors
     */
    record Edited(SectorList list, int lockVersion, boolean isFixed) {}

    /** @throws Problem not found, also for what is shared */
    @Transactional(readOnly = true)
    Edited get(String code) {
        var list = catalogue.read().sectorLists().stream()
                .filter(one -> one.code().equals(code) && !one.shared())
                .findFirst()
                .orElseThrow(Problem::notFound);
        return jdbc.sql("SELECT lock_version, EXISTS (SELECT FROM indicator i JOIN observation o"
                        + " ON o.tenant_id = i.tenant_id AND o.indicator_code = i.code WHERE i.tenant_id = l.tenant_id"
                        + " AND i.sector_list = l.code AND o.sector_code <> '') AS fixed"
                        + " FROM sector_list l WHERE tenant_id = ? AND code = ?")
                .params(Tenancy.tenantId(), code)
                .query((row, _) -> new Edited(list, row.getInt("lock_version"), row.getBoolean("fixed")))
                .single();
    }

    /** @throws Problem if its code is taken, or it cannot be a list */
    @Transactional
    void add(SectorList list) {
        check(list);
        if (SharedCatalogue.shipped().findSectorList(list.code()).isPresent()) {
            throw Problem.conflict("indicators.sector-list.code-taken", list.code());
        }
        try {
            jdbc.sql("INSERT INTO sector_list (tenant_id, code, name) VALUES (?, ?, ?::jsonb)")
                    .params(Tenancy.tenantId(), list.code(), json.writeValueAsString(list.name()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("indicators.sector-list.code-taken", list.code());
        }
        write(list);
        record("sector-list.added", list);
    }

    /**
     * Names the list and its sectors anew, and as long as there are no figures by them changes which they are.
     *
     * @param lockVersion that the editor saw
     * @throws Problem not found; conflict if somebody else changed it meanwhile; invalid if sums would mean something else
     */
    @Transactional
    void change(SectorList changed, int lockVersion) {
        check(changed);
        int present = jdbc.sql("SELECT lock_version FROM sector_list WHERE tenant_id = ? AND code = ? FOR UPDATE")
                .params(Tenancy.tenantId(), changed.code())
                .query(Integer.class)
                .optional()
                .orElseThrow(Problem::notFound);
        var before = get(changed.code());
        if (present != lockVersion) {
            throw Problem.conflict("indicators.changed-meanwhile");
        }
        if (before.isFixed() && !codes(before.list()).equals(codes(changed))) {
            throw Problem.invalid("indicators.sector-list.fixed");
        }
        jdbc.sql("UPDATE sector_list SET name = ?::jsonb, lock_version = lock_version + 1"
                        + " WHERE tenant_id = ? AND code = ?")
                .params(json.writeValueAsString(changed.name()), Tenancy.tenantId(), changed.code())
                .update();
        jdbc.sql("DELETE FROM sector WHERE tenant_id = ? AND list_code = ?")
                .params(Tenancy.tenantId(), changed.code())
                .update();
        write(changed);
        record("sector-list.changed", changed);
    }

    /** @throws Problem not found; conflict if an indicator is divided by it */
    @Transactional
    void remove(String code) {
        var list = get(code).list();
        jdbc.sql("DELETE FROM sector WHERE tenant_id = ? AND list_code = ?")
                .params(Tenancy.tenantId(), code)
                .update();
        try {
            jdbc.sql("DELETE FROM sector_list WHERE tenant_id = ? AND code = ?")
                    .params(Tenancy.tenantId(), code)
                    .update();
        } catch (DataIntegrityViolationException used) {
            throw Problem.conflict("indicators.sector-list.used");
        }
        record("sector-list.removed", list);
    }

    private static void check(SectorList list) {
        if (list.sectors().size() < 2 || list.sectors().size() > MOST_SECTORS) {
            throw Problem.invalid("indicators.sector-list.size", MOST_SECTORS);
        }
        if (codes(list).size() < list.sectors().size()) {
            throw Problem.invalid("indicators.sector-list.twice");
        }
        Set<String> protocol = SharedCatalogue.shipped().findSectorList("gpc").orElseThrow().sectors().stream()
                .map(Sector::gpc)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        for (var sector : list.sectors()) {
            if (sector.gpc() != null) {
                for (var code : sector.gpc().split(", *")) {
                    if (protocol.stream().noneMatch(known -> known.equals(code) || known.startsWith(code + "."))) {
                        throw Problem.invalid("indicators.sector-list.unknown-gpc", code);
                    }
                }
            }
        }
    }

    private static Set<String> codes(SectorList list) {
        return list.sectors().stream().map(Sector::code).collect(Collectors.toSet());
    }

    private void write(SectorList list) {
        List<Sector> sectors = list.sectors();
        jdbc.sql("INSERT INTO sector (tenant_id, list_code, code, name, gpc, position)"
                        + " SELECT ?, ?, code, name::jsonb, gpc, position"
                        + " FROM unnest(?::text[], ?::text[], ?::text[], ?::int[]) AS s (code, name, gpc, position)")
                .params(
                        Tenancy.tenantId(),
                        list.code(),
                        sectors.stream().map(Sector::code).toArray(String[]::new),
                        sectors.stream()
                                .map(sector -> json.writeValueAsString(sector.name()))
                                .toArray(String[]::new),
                        sectors.stream().map(Sector::gpc).toArray(String[]::new),
                        IntStream.range(0, sectors.size()).boxed().toArray(Integer[]::new))
                .update();
    }

    private void record(String action, SectorList list) {
        audit.record(
                action,
                "sector-list",
                list.code(),
                Map.of("name", list.name().byLanguage().values().iterator().next()));
    }
}
