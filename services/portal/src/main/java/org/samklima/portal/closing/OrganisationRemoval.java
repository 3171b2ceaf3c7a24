package org.samklima.portal.closing;

import org.samklima.keycloak.Organisations;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the identity provider forget an erased tenant; tried again until it could. */
@Component
class OrganisationRemoval {

    private final Tenants tenants;
    private final Organisations organisations;

    OrganisationRemoval(Tenants tenants, Organisations organisations) {
        this.tenants = tenants;
        this.organisations = organisations;
    }

    @TenantListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(TenantErased event) {
        organisations.delete(tenants.get(event.tenantId()).slug());
    }
}
