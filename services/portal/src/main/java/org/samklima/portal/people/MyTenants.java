package org.samklima.portal.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
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

    /** Those that are open, by name. Not to be asked inside a transaction, which sees one tenant only. */
    public List<Workplace> of(UUID person) {
        Map<UUID, Set<Role>> roles = Tenancy.asPerson(person, () -> transactions.execute(_ -> rolesByTenant(person)));
        return tenants.open(roles.keySet()).stream()
                .map(tenant -> new Workplace(tenant, roles.get(tenant.id())))
                .toList();
    }

    /** Whether any tenant knows this person, a closed one too. */
    public boolean worksSomewhere(UUID person) {
        Map<UUID, Set<Role>> roles = Tenancy.asPerson(person, () -> transactions.execute(_ -> rolesByTenant(person)));
        return !roles.isEmpty();
    }

    private Map<UUID, Set<Role>> rolesByTenant(UUID person) {
        return jdbc
                .sql("SELECT tenant_id, roles FROM tenant_user WHERE person_id = ?")
                .param(person)
                .query((row, _) -> Map.entry(row.getObject("tenant_id", UUID.class), (String[])
                        row.getArray("roles").getArray()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> roles(row.getValue())));
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toSet());
    }
}
