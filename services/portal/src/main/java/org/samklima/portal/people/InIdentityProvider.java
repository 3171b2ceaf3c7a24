package org.samklima.portal.people;

import java.time.Clock;
import java.util.Locale;
import org.samklima.keycloak.Organisations;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the identity provider write to the invited and forget who left; tried again until it could. Its network calls are
 * no part of a transaction.
 */
@Component
class InIdentityProvider {

    private final Invitations invitations;
    private final Users users;
    private final Tenants tenants;
    private final Organisations organisations;
    private final Clock clock;

    InIdentityProvider(
            Invitations invitations, Users users, Tenants tenants, Organisations organisations, Clock clock) {
        this.invitations = invitations;
        this.users = users;
        this.tenants = tenants;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Withdrawn, renewed or taken up meanwhile, or told of it twice, there is nothing to send; the organisation may not have been
     * made yet.
     */
    @TenantListener
    @Async(TenantListener.THREADS_THAT_WAIT)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(PersonInvited event) {
        invitations
                .findById(event.invitationId())
                .filter(InIdentityProvider::isToBeMailed)
                .ifPresent(invitation -> {
                    var tenant = tenants.get(event.tenantId());
                    organisations.create(new Organisations.TenantRef(tenant.id(), tenant.slug(), tenant.name()));
                    organisations.invite(
                            tenant.slug(),
                            new Organisations.Invitation(
                                    invitation.email(), null, null, Locale.of(tenant.defaultLanguage())));
                    invitations.mailed(invitation.id(), clock.instant());
                });
    }

    private static boolean isToBeMailed(Invitation invitation) {
        return invitation.isWaiting() && !invitation.isMailed();
    }

    /** They have an account, here before or opened for them, and learn by mail where they work now. */
    @TenantListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(PersonArrived event) {
        users.findById(event.personId()).ifPresent(user -> {
            var tenant = tenants.get(event.tenantId());
            organisations.create(new Organisations.TenantRef(tenant.id(), tenant.slug(), tenant.name()));
            organisations.invite(
                    tenant.slug(),
                    new Organisations.Invitation(user.email(), null, null, Locale.of(tenant.defaultLanguage())));
        });
    }

    /** Back again meanwhile, the person stays. */
    @TenantListener
    @Async(TenantListener.THREADS_THAT_WAIT)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(PersonLeft event) {
        if (users.findById(event.personId()).isEmpty()) {
            organisations.remove(tenants.get(event.tenantId()).slug(), event.personId());
        }
    }
}
