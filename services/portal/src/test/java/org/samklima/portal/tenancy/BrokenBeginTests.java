package org.samklima.portal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database goes away, and the next transaction gets a connection of which nobody knows yet that it is broken. */
@PortalTest
class BrokenBeginTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager manager;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());

    Tenant tenant;
    TransactionTemplate transactions;
    TransactionTemplate ofTheirOwn;

    @BeforeEach
    void meet() {
        tenant = world.municipality("Ekby");
        transactions = new TransactionTemplate(manager);
        ofTheirOwn = new TransactionTemplate(manager);
        ofTheirOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void nothing_is_left_on_the_thread() {
        Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> {
            breakAndFailToBegin();
            assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
            assertThat(backend(transactions)).as("the next one").isPositive();
        });
    }

    @Test
    void the_transaction_around_it_goes_on() {
        Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> transactions.executeWithoutResult(_ -> {
                    var around = backend(transactions);
                    breakAndFailToBegin();
                    assertThat(backend(transactions)).isEqualTo(around);
                    assertThat(backend(ofTheirOwn)).isNotEqualTo(around);
                }));
    }

    private void breakAndFailToBegin() {
        assertThatExceptionOfType(TransactionSystemException.class).isThrownBy(() -> {
            // A connection that was not used for half a second is tried before, on a slow machine.
            for (int tries = 0; tries < 20; tries++) {
                superuser
                        .sql("SELECT pg_terminate_backend(?, 2000)")
                        .param(backend(ofTheirOwn))
                        .query((row, _) -> true)
                        .list();
            }
        });
    }

    private int backend(TransactionTemplate transaction) {
        return transaction.execute(
                _ -> jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single());
    }
}
