package org.samklima.portal.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One tenant against another's rows, in every table that the catalogue knows: a new table is tried as soon as it is there.
 * The rows are put there by a superuser; everything tried is tried as the portal's own role.
 */
@PortalTest
class TableIsolationTests {

    /** Everyone may read what is published for everyone. */
    private static final Set<String> PUBLIC = Set.of("published.document");

    @Autowired
    World world;

    @Autowired
    JdbcClient portal;

    static List<String> tables() {
        return SampleRows.tablesOfTenants();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void another_tenants_rows_cannot_be_seen(String table) {
        var theirs = withARow(table, world.municipality("Grannby"));
        var visible = PUBLIC.contains(table) ? 1 : 0;
        world.in(
                world.municipality("Egenby"),
                () -> assertThat(count(table, theirs)).isEqualTo(visible));
        world.in(theirs, () -> assertThat(count(table, theirs)).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void another_tenants_rows_cannot_be_changed(String table) {
        var theirs = withARow(table, world.municipality("Grannby"));
        assertThat(affectedBy("UPDATE " + table + " SET tenant_id = tenant_id WHERE tenant_id = ?", theirs))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void another_tenants_rows_cannot_be_deleted(String table) {
        var theirs = withARow(table, world.municipality("Grannby"));
        assertThat(affectedBy("DELETE FROM " + table + " WHERE tenant_id = ?", theirs))
                .isZero();
        assertThat(SampleRows.count(table, theirs.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rows_cannot_be_put_among_another_tenants(String table) {
        var theirs = world.municipality("Grannby");
        var row = SampleRows.row(table, theirs.id());
        assertThatThrownBy(() -> world.in(world.municipality("Egenby"), () -> row.insertWith(portal)))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        assertThat(SampleRows.count(table, theirs.id())).isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void an_own_row_cannot_be_moved_to_another_tenant(String table) {
        var mine = withARow(table, world.municipality("Egenby"));
        var theirs = world.municipality("Grannby");
        assertThatThrownBy(() -> world.in(
                        mine,
                        () -> portal.sql("UPDATE " + table + " SET tenant_id = ? WHERE tenant_id = ?")
                                .params(theirs.id(), mine.id())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(SampleRows.count(table, theirs.id())).isZero();
    }

    private Tenant withARow(String table, Tenant tenant) {
        SampleRows.row(table, tenant.id()).insertAsSuperuser();
        return tenant;
    }

    private int count(String table, Tenant of) {
        return portal.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = ?")
                .param(of.id())
                .query(Integer.class)
                .single();
    }

    /** How many rows another tenant touched; a right that the portal lacks altogether touches none. */
    private int affectedBy(String sql, Tenant theirs) {
        var affected = new int[1];
        try {
            world.in(
                    world.municipality("Egenby"),
                    () -> affected[0] = portal.sql(sql).param(theirs.id()).update());
        } catch (DataAccessException refused) {
            assertThat(refused).hasStackTraceContaining("permission denied");
        }
        return affected[0];
    }
}
