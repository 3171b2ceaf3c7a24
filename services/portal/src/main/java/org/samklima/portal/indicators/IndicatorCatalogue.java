package org.samklima.portal.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.published.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bound tenant's indicators and sector lists. What is shared lives in the code and means the same everywhere; a row of
 * it is put into the tenant's table only for figures to point at, and never read back.
 */
@Component
public class IndicatorCatalogue {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IndicatorRows rows;

    IndicatorCatalogue(JdbcClient jdbc, JsonMapper json, IndicatorRows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
    }

    /** Shared ones first, in their order, then the tenant's own. */
    @Transactional(readOnly = true)
    public Catalogue read() {
        var shared = SharedCatalogue.shipped();
        var own = jdbc
                .sql("SELECT * FROM indicator WHERE tenant_id = ? ORDER BY position, code")
                .param(Tenancy.tenantId())
                .query(this::indicator)
                .list()
                .stream()
                .filter(indicator -> shared.find(indicator.code()).isEmpty())
                .toList();
        return Catalogue.with(own, ownSectorLists());
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public Indicator get(String code) {
        return SharedCatalogue.shipped().find(code).or(() -> read().find(code)).orElseThrow(Problem::notFound);
    }

    /** Gives the tenant the rows of shared indicators that figures are about to point at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(Collection<String> codes) {
        var shared = SharedCatalogue.shipped();
        for (var code : codes) {
            shared.find(code).ifPresent(indicator -> rows.addUnlessThere(indicator, shared.positionOf(code)));
        }
    }

    private List<SectorList> ownSectorLists() {
        var sectors = jdbc
                .sql("SELECT list_code, code, name, gpc FROM sector WHERE tenant_id = ? ORDER BY list_code, position")
                .param(Tenancy.tenantId())
                .query((row, _) -> Map.entry(row.getString("list_code"), sector(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc
                .sql("SELECT code, name FROM sector_list WHERE tenant_id = ? ORDER BY code")
                .param(Tenancy.tenantId())
                .query((row, _) -> new SectorList(
                        row.getString("code"),
                        texts(row, "name"),
                        sectors.getOrDefault(row.getString("code"), List.of()),
                        false))
                .list()
                .stream()
                .filter(list ->
                        SharedCatalogue.shipped().findSectorList(list.code()).isEmpty())
                .toList();
    }

    private Sector sector(ResultSet row) throws SQLException {
        return new Sector(row.getString("code"), texts(row, "name"), row.getString("gpc"), List.of());
    }

    private Indicator indicator(ResultSet row, int number) throws SQLException {
        return new Indicator(
                row.getString("code"),
                texts(row, "name"),
                texts(row, "definition"),
                texts(row, "unit"),
                row.getInt("decimals"),
                Direction.valueOf(row.getString("direction")),
                row.getString("sector_list"),
                row.getBoolean("per_inhabitant"),
                false);
    }

    private Texts texts(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), Texts.class);
    }
}
