package org.samklima.portal.people;

import java.util.List;
import java.util.UUID;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every tenant that one person works in: the only question asked across tenants, and only of one's own rows. */
@Component
public class MyTenants {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transactions;

    MyTenants(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** By name. To be asked outside any tenant. */
    public List<Tenant> of(UUID person) {
        List<UUID> ids = Tenancy.asPerson(
                person,
                () -> transactions.execute(_ -> jdbc.sql("SELECT tenant_id FROM tenant_user WHERE person_id = ?")
                        .param(person)
                        .query(UUID.class)
                        .list()));
        return tenants.all(ids);
    }
}
