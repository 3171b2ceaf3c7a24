package org.samklima.portal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
