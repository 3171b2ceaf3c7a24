package org.samklima.portal.planning.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's fields of action. */
@Repository
public class Fields {

    private final JdbcClient jdbc;

    Fields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public FieldTree tree() {
        return read("");
    }

    /** The tree, whose fields nobody else can move before this transaction ends: two together could tie a knot. */
    @Transactional(propagation = Propagation.MANDATORY)
    FieldTree forChange() {
        return read(" FOR UPDATE");
    }

    private FieldTree read(String locking) {
        var sectors = sectors();
        return FieldTree.of(jdbc.sql("SELECT * FROM plan_field WHERE tenant_id = ? ORDER BY id" + locking)
                .param(Tenancy.tenantId())
                .query((row, number) -> field(row, sectors))
                .list());
    }

    private Map<UUID, SortedSet<FieldSector>> sectors() {
        Map<UUID, SortedSet<FieldSector>> sectors = new HashMap<>();
        jdbc.sql("SELECT field_id, list_code, sector_code FROM plan_field_sector WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query(row -> {
                    sectors.computeIfAbsent(row.getObject("field_id", UUID.class), id -> new TreeSet<>())
                            .add(new FieldSector(row.getString("list_code"), row.getString("sector_code")));
                });
        return sectors;
    }

    private static Field field(ResultSet row, Map<UUID, SortedSet<FieldSector>> sectors) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Field(
                id,
                row.getObject("parent_id", UUID.class),
                row.getString("name"),
                row.getInt("position"),
                sectors.getOrDefault(id, new TreeSet<>()),
                row.getInt("lock_version"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Field field) {
        try {
            jdbc.sql("INSERT INTO plan_field (tenant_id, id, parent_id, name, position) VALUES (?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            Tenancy.tenantId(), field.id(), field.parent(), field.name(), field.position()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("fields.name-taken", field.name());
        }
        insertSectors(field);
    }

    /** @throws Problem if somebody else has changed the field since */
    @Transactional(propagation = Propagation.MANDATORY)
    void update(Field field, int basedOn) {
        int updated;
        try {
            updated = jdbc.sql("UPDATE plan_field SET parent_id = ?, name = ?, position = ?, lock_version = ?"
                            + " WHERE tenant_id = ? AND id = ? AND lock_version = ?")
                    .params(Arrays.asList(
                            field.parent(),
                            field.name(),
                            field.position(),
                            field.lockVersion(),
                            Tenancy.tenantId(),
                            field.id(),
                            basedOn))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("fields.name-taken", field.name());
        }
        if (updated == 0) {
            throw Problem.conflict("fields.overtaken");
        }
        jdbc.sql("DELETE FROM plan_field_sector WHERE tenant_id = ? AND field_id = ?")
                .params(Tenancy.tenantId(), field.id())
                .update();
        insertSectors(field);
    }

    private void insertSectors(Field field) {
        if (field.sectors().isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO plan_field_sector (tenant_id, field_id, list_code, sector_code)"
                        + " SELECT ?, ?, list, sector FROM unnest(?, ?) AS one (list, sector)")
                .params(
                        Tenancy.tenantId(),
                        field.id(),
                        field.sectors().stream().map(FieldSector::list).toArray(String[]::new),
                        field.sectors().stream().map(FieldSector::sector).toArray(String[]::new))
                .update();
    }

    /** Puts the fields of one parent into this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    void order(List<Field> siblings) {
        jdbc.sql("UPDATE plan_field SET position = place FROM unnest(?) WITH ORDINALITY AS one (field, place)"
                        + " WHERE tenant_id = ? AND id = field")
                .params(siblings.stream().map(Field::id).toArray(UUID[]::new), Tenancy.tenantId())
                .update();
    }

    /** @throws Problem if something that nobody knew of uses it */
    @Transactional(propagation = Propagation.MANDATORY)
    void delete(Field field) {
        try {
            jdbc.sql("DELETE FROM plan_field WHERE tenant_id = ? AND id = ?")
                    .params(Tenancy.tenantId(), field.id())
                    .update();
        } catch (DataIntegrityViolationException used) {
            throw Problem.conflict("fields.remove.in-use", field.name());
        }
    }
}
