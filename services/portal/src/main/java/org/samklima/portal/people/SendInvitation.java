package org.samklima.portal.people;

import java.util.Locale;
import org.samklima.keycloak.Organisations;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the identity provider write to the invited; tried again until it could. Its network call is no part of a transaction. */
@Component
class SendInvitation {

    private final Invitations invitations;
    private final Tenants tenants;
    private final Organisations organisations;

    SendInvitation(Invitations invitations, Tenants tenants, Organisations organisations) {
        this.invitations = invitations;
        this.tenants = tenants;
        this.organisations = organisations;
    }

    @TenantListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(PersonInvited event) {
        invitations.findById(event.invitationId()).filter(Invitation::isWaiting).ifPresent(invitation -> {
            var tenant = tenants.get(event.tenantId());
            organisations.create(new Organisations.TenantRef(tenant.id(), tenant.slug(), tenant.name()));
            organisations.invite(
                    tenant.slug(),
                    new Organisations.Invitation(invitation.email(), null, null, Locale.of(tenant.defaultLanguage())));
        });
    }
}
