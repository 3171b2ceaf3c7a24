package org.samklima.portal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.WholeTenant;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been kept long enough goes at night, and nothing else. */
@PortalTest
class RetentionTests {

    /** By table: the moment that counts, and how long it is kept by default. */
    private static final Map<String, String> KEPT = Map.of(
            "audit_entry", "at/5 years",
            "plan_change", "at/10 years",
            "outgoing_mail", "created_at/90 days",
            "invitation", "expires_at/90 days",
            "tenant_archive", "requested_at/7 days",
            "import_job", "created_at/1 year");

    @Autowired
    World world;

    @Autowired
    TenantTables tables;

    @Autowired
    Retention retention;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());

    @Test
    void each_is_kept_for_its_time_and_no_longer() {
        var tenant = world.association("Klimatringen");
        WholeTenant.fill(Tenancy.onPlatform(tables::all), tenant, world.municipality("Ekby"));
        KEPT.forEach((table, kept) -> age(table, kept, tenant.id(), "- interval '1 hour'"));
        retention.apply(tenant);
        KEPT.keySet()
                .forEach(table -> assertThat(WholeTenant.count("samklima." + table, tenant.id()))
                        .as(table)
                        .isPositive());

        KEPT.forEach((table, kept) -> age(table, kept, tenant.id(), "+ interval '1 day'"));
        retention.apply(tenant);

        KEPT.keySet().stream()
                .filter(table -> !table.equals("audit_entry"))
                .forEach(table -> assertThat(WholeTenant.count("samklima." + table, tenant.id()))
                        .as(table)
                        .isZero());
        assertThat(superuser
                        .sql("SELECT DISTINCT action FROM samklima.audit_entry WHERE tenant_id = ?")
                        .param(tenant.id())
                        .query(String.class)
                        .list())
                .as("of the trail only what was removed is left")
                .containsExactly("records.removed");
        assertThat(WholeTenant.count("samklima.submission", tenant.id())).isPositive();
    }

    @Test
    void what_is_removed_goes_in_portions_and_stands_in_the_audit_trail() {
        var tenant = world.association("Klimatringen");
        var mails = 2 * Retention.PORTION + 3;
        superuser
                .sql(
                        "INSERT INTO samklima.outgoing_mail (tenant_id, id, occasion, recipient, subject, body, created_at)"
                                + " SELECT ?, gen_random_uuid(), 'x', n || '@example.org', 'x', 'x', now() - interval '91 days'"
                                + " FROM generate_series(1, ?) n")
                .params(tenant.id(), mails)
                .update();

        retention.apply(tenant);
        retention.apply(tenant);

        assertThat(WholeTenant.count("samklima.outgoing_mail", tenant.id())).isZero();
        assertThat(superuser
                        .sql(
                                "SELECT (detail ->> 'rows')::int FROM samklima.audit_entry WHERE tenant_id = ?"
                                        + " AND action = 'records.removed' AND detail ->> 'removed' = 'outgoing_mail' ORDER BY id")
                        .param(tenant.id())
                        .query(Integer.class)
                        .list())
                .containsExactly(Retention.PORTION, Retention.PORTION, 3);
    }

    @Test
    void a_trail_younger_than_a_year_is_kept_whatever_somebody_sets() {
        var tenant = world.association("Klimatringen");
        WholeTenant.fill(Tenancy.onPlatform(tables::all), tenant, world.municipality("Ekby"));
        age("audit_entry", "at/11 months", tenant.id(), "");

        world.in(
                tenant,
                () -> assertThat(portal.sql("DELETE FROM audit_entry WHERE tenant_id = ?")
                                .param(tenant.id())
                                .update())
                        .isZero());
    }

    @Autowired
    JdbcClient portal;

    private void age(String table, String kept, java.util.UUID tenant, String more) {
        var parts = kept.split("/");
        superuser
                .sql("UPDATE samklima." + table + " SET " + parts[0] + " = now() - (interval '" + parts[1] + "' " + more
                        + ") WHERE tenant_id = ?")
                .param(tenant)
                .update();
    }
}
