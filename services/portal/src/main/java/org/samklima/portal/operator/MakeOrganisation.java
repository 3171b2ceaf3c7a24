package org.samklima.portal.operator;

import java.util.concurrent.Semaphore;
import org.samklima.keycloak.Organisations;
import org.samklima.portal.tenancy.TenantCreated;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives each new tenant its organisation at the identity provider; tried again until it could. */
@Component
class MakeOrganisation {

    /** An import creates hundreds at once; the identity provider has people to sign in meanwhile. */
    private final Semaphore turn = new Semaphore(4);

    private final Tenants tenants;
    private final Organisations organisations;

    MakeOrganisation(Tenants tenants, Organisations organisations) {
        this.tenants = tenants;
        this.organisations = organisations;
    }

    @TenantListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(TenantCreated event) throws InterruptedException {
        var tenant = tenants.get(event.tenantId());
        turn.acquire();
        try {
            organisations.create(new Organisations.TenantRef(tenant.id(), tenant.slug(), tenant.name()));
        } finally {
            turn.release();
        }
    }
}
