package org.samklima.portal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class TenancyTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantFounding founding;

    @Test
    void a_transaction_without_a_tenant_is_refused() {
        assertThatThrownBy(() -> new TransactionTemplate(transactionManager).execute(_ -> true))
                .isInstanceOf(NoTenantException.class);
    }

    @Test
    void a_tenants_table_read_outside_any_transaction_is_an_error_and_not_an_empty_list() {
        assertThatThrownBy(() -> jdbc.sql("SELECT count(*) FROM membership")
                        .query(Long.class)
                        .single())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void on_the_platform_a_tenants_table_is_an_error_and_the_directory_is_not() {
        var onPlatform = new TransactionTemplate(transactionManager);
        Tenancy.onPlatform(() -> onPlatform.execute(_ -> {
            assertThat(jdbc.sql("SELECT count(*) FROM tenant").query(Long.class).single())
                    .isNotNegative();
            return true;
        }));
        assertThatThrownBy(() ->
                        Tenancy.onPlatform(() -> onPlatform.execute(_ -> jdbc.sql("SELECT count(*) FROM membership")
                                .query(Long.class)
                                .single())))
                .hasStackTraceContaining("uuid");
    }

    @Test
    void a_transaction_keeps_the_tenant_it_began_with() {
        var one = world.municipality("Ettby");
        var other = world.municipality("Tvåby");
        assertThatThrownBy(() -> world.in(one, () -> Tenancy.inTenant(other.id(), Actor.SYSTEM, () -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void tenants_and_what_stands_in_them_from_the_first_moment_come_together_or_not_at_all() {
        var inhabited = world.municipality("Bebodd");
        world.person("Bo Bofast", inhabited, Role.MANAGER);
        var founded = List.of(newTenant("Nyby"), newTenant("Nyare"));

        assertThatThrownBy(() -> found(founded, tenant -> {
                    assertThat(Tenancy.tenantId()).isEqualTo(tenant.id());
                    assertThat(count("tenant_user")).as("nobody else's rows").isZero();
                    if (tenant.equals(founded.getLast())) {
                        throw new IllegalStateException("the second wall fell");
                    }
                }))
                .hasMessage("the second wall fell");

        assertThat(tenants.all(founded.stream().map(Tenant::id).toList())).isEmpty();
        assertThatThrownBy(() -> found(List.of(newTenant("Sist")), _ -> {}, () -> count("tenant_user")))
                .as("after the founding the platform sees no tenant's table again")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        world.in(inhabited, () -> founding.found(List.of(newTenant("Dotter")), Actor.SYSTEM, _ -> {})))
                .as("a tenant founds no other")
                .isInstanceOf(IllegalStateException.class);
    }

    private void found(List<Tenant> founded, Consumer<Tenant> inside) {
        found(founded, inside, () -> {});
    }

    private void found(List<Tenant> founded, Consumer<Tenant> inside, Runnable afterwards) {
        Tenancy.onPlatform(() -> new TransactionTemplate(transactionManager).execute(_ -> {
            founding.found(founded, Actor.SYSTEM, inside);
            afterwards.run();
            return true;
        }));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static Tenant newTenant(String name) {
        var id = Ids.next();
        return new Tenant(
                id,
                "n-" + id.toString().substring(24),
                name,
                TenantKind.MUNICIPALITY,
                "SE",
                null,
                List.of("sv"),
                ZoneId.of("Europe/Stockholm"),
                "#0b5d4b");
    }

    @Test
    void one_tenant_cannot_be_bound_inside_another() {
        var one = world.municipality("Ettby");
        var other = world.municipality("Tvåby");
        assertThatThrownBy(() -> Tenancy.inTenant(
                        one.id(), Actor.SYSTEM, () -> Tenancy.inTenant(other.id(), Actor.SYSTEM, () -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bound already");
    }

    @Test
    void a_connection_given_back_to_the_pool_has_forgotten_its_tenant() {
        world.municipality("Ettby");
        for (int connection = 0; connection < 25; connection++) {
            assertThatThrownBy(() -> jdbc.sql("SELECT count(*) FROM report")
                            .query(Long.class)
                            .single())
                    .isNotNull();
        }
    }
}
