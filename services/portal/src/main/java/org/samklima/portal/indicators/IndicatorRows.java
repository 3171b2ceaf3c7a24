package org.samklima.portal.indicators;

import java.util.Arrays;
import java.util.Optional;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the bound tenant's indicators: its own, and those of shared ones that figures point at. */
@Repository
public class IndicatorRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IndicatorRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if there is one of that code */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Indicator indicator, int position) {
        insert(indicator, position, "");
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addUnlessThere(Indicator indicator, int position) {
        insert(indicator, position, " ON CONFLICT DO NOTHING");
    }

    private void insert(Indicator indicator, int position, String onConflict) {
        adoptSectorList(indicator);
        jdbc.sql("INSERT INTO indicator (tenant_id, code, name, definition, unit, decimals, direction, sector_list,"
                        + " per_inhabitant, position) VALUES (?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)"
                        + onConflict)
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        indicator.code(),
                        json.writeValueAsString(indicator.name()),
                        json.writeValueAsString(indicator.definition()),
                        json.writeValueAsString(indicator.unit()),
                        indicator.decimals(),
                        indicator.direction().name(),
                        indicator.sectorList(),
                        indicator.perInhabitant(),
                        position))
                .update();
    }

    /** How often the tenant's own indicator was changed; empty if it has none of that code. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> lockedVersion(String code) {
        return jdbc.sql("SELECT lock_version FROM indicator WHERE tenant_id = ? AND code = ? FOR UPDATE")
                .params(Tenancy.tenantId(), code)
                .query(Integer.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Indicator indicator) {
        adoptSectorList(indicator);
        jdbc.sql("UPDATE indicator SET name = ?::jsonb, definition = ?::jsonb, unit = ?::jsonb, decimals = ?,"
                        + " direction = ?, sector_list = ?, per_inhabitant = ?, lock_version = lock_version + 1"
                        + " WHERE tenant_id = ? AND code = ?")
                .params(Arrays.asList(
                        json.writeValueAsString(indicator.name()),
                        json.writeValueAsString(indicator.definition()),
                        json.writeValueAsString(indicator.unit()),
                        indicator.decimals(),
                        indicator.direction().name(),
                        indicator.sectorList(),
                        indicator.perInhabitant(),
                        Tenancy.tenantId(),
                        indicator.code()))
                .update();
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException if figures point at it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String code) {
        jdbc.sql("DELETE FROM indicator WHERE tenant_id = ? AND code = ?")
                .params(Tenancy.tenantId(), code)
                .update();
    }

    private void adoptSectorList(Indicator indicator) {
        SharedCatalogue.shipped().sectorLists().stream()
                .filter(list -> list.code().equals(indicator.sectorList()))
                .forEach(list -> jdbc.sql("INSERT INTO sector_list (tenant_id, code, name) VALUES (?, ?, ?::jsonb)"
                                + " ON CONFLICT DO NOTHING")
                        .params(Tenancy.tenantId(), list.code(), json.writeValueAsString(list.name()))
                        .update());
    }
}
