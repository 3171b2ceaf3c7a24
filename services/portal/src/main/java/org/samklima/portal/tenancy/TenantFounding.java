package org.samklima.portal.tenancy;

import java.util.List;
import java.util.function.Consumer;
import org.samklima.portal.problem.Problem;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Founds many tenants at once, each with what stands inside its walls from the first moment, all in one transaction. This is
 * the only transaction that ever speaks for several tenants: they are its own, and until it commits nobody has put anything
 * into them.
 */
@Component
public class TenantFounding {

    private final Tenants tenants;
    private final JdbcOperations jdbc;

    TenantFounding(Tenants tenants, JdbcOperations jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /**
     * All of them or none, in a transaction of the platform.
     *
     * @param inside done in each of them in the founder's name; by JDBC, because Hibernate keeps to what its session began with
     * @throws Problem as {@link Tenants#addAll} does
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(List<Tenant> founded, Actor founder, Consumer<Tenant> inside) {
        tenants.addAll(founded);
        for (var tenant : founded) {
            Tenancy.inFounded(tenant.id(), founder, () -> {
                bind(tenant.id().toString());
                inside.accept(tenant);
            });
        }
        bind("");
    }

    /** A literal, as in {@link TenantTransactionManager}; what is no tenant's id makes any tenant's table an error again. */
    private void bind(String tenant) {
        jdbc.execute("SET LOCAL app.tenant_id = '" + tenant + "'");
    }
}
