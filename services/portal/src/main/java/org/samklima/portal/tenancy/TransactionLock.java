package org.samklima.portal.tenancy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For work of which one portal at a time may do some, where there is no row to lock. */
public final class TransactionLock {

    private TransactionLock() {}

    /**
     * Waits until nobody else holds the name, and holds it until the transaction under way ends. It is the bound tenant's alone.
     *
     * @param name of the work
     */
    public static void hold(JdbcClient jdbc, String name) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name + " " + Tenancy.tenantId())
                .query((row, _) -> true)
                .list();
    }
}
