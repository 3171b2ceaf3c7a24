package org.samklima.portal.reminders;

import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Switching one person's reminders of one tenant off by the link in one of them, without signing in. */
@Component
class Unsubscribing {

    private final Tenants tenants;
    private final Reminders reminders;
    private final ReminderSettings settings;

    Unsubscribing(Tenants tenants, Reminders reminders, ReminderSettings settings) {
        this.tenants = tenants;
        this.reminders = reminders;
        this.settings = settings;
    }

    /**
     * Where a link leads.
     *
     * @param off whether the reminders are switched off
     */
    record Link(Tenant tenant, boolean off) {}

    /** @throws Problem not found, if no such reminder was sent */
    Link look(String organisation, UnsubscribeSecret secret) {
        var tenant = tenant(organisation);
        return Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> new Link(tenant, settings.of(recipient(secret)).isOff()));
    }

    /** @throws Problem not found, if no such reminder was sent */
    Link switchOff(String organisation, UnsubscribeSecret secret) {
        var tenant = tenant(organisation);
        Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> {
            var person = recipient(secret);
            settings.choose(person, settings.of(person).off());
        });
        return new Link(tenant, true);
    }

    private Tenant tenant(String organisation) {
        return tenants.bySlug(organisation).orElseThrow(Problem::notFound);
    }

    private UUID recipient(UnsubscribeSecret secret) {
        return reminders.recipient(secret).orElseThrow(Problem::notFound);
    }
}
