package org.samklima.portal.operator;

import org.samklima.keycloak.Organisations;
import org.samklima.portal.tenancy.TenantCreated;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives each new tenant its organisation at the identity provider; tried again until it could. */
@Component
class MakeOrganisation {

    private final Tenants tenants;
    private final Organisations organisations;

    MakeOrganisation(Tenants tenants, Organisations organisations) {
        this.tenants = tenants;
        this.organisations = organisations;
    }

    @TenantListener
    @Async(TenantListener.THREADS_THAT_WAIT)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(TenantCreated event) {
        var tenant = tenants.get(event.tenantId());
        organisations.create(new Organisations.TenantRef(tenant.id(), tenant.slug(), tenant.name()));
    }
}
