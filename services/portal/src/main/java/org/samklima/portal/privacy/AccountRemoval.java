package org.samklima.portal.privacy;

import org.samklima.keycloak.Accounts;
import org.samklima.portal.people.MyTenants;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Once no tenant knows a person any more, nothing is left to sign in to: sessions and account go. Tried again until it could. */
@Component
class AccountRemoval {

    private final MyTenants tenants;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    AccountRemoval(MyTenants tenants, Accounts accounts, JdbcClient jdbc) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @TenantListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(PersonErased event) {
        if (!tenants.worksSomewhere(event.personId())) {
            jdbc.sql("DELETE FROM spring_session WHERE principal_name = ?")
                    .param(event.personId().toString())
                    .update();
            accounts.delete(event.personId());
        }
    }
}
