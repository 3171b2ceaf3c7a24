package org.samklima.portal.operator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.people.FirstInvitation;
import org.samklima.portal.people.People;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantCreated;
import org.samklima.portal.tenancy.TenantFounding;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates tenants: their line in the directory, the first line of their audit trail, and the way in for their manager. */
@Service
class TenantCreation {

    private final Tenants tenants;
    private final TenantFounding founding;
    private final People people;
    private final FirstInvitation firstInvitation;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    TenantCreation(
            Tenants tenants,
            TenantFounding founding,
            People people,
            FirstInvitation firstInvitation,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.founding = founding;
        this.people = people;
        this.firstInvitation = firstInvitation;
        this.audit = audit;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Creates one tenant, in one transaction.
     *
     * @throws Problem where the address asked for, or the official code, is taken
     */
    Tenant create(NewTenant wanted, SignedIn operator) {
        var tenant = wanted.at(address(wanted, takenSlugs()));
        inside(tenant, operator, () -> {
            tenants.add(tenant);
            events.publishEvent(new TenantCreated(tenant.id()));
            recordCreation(tenant);
            inviteManager(wanted);
        });
        return tenant;
    }

    /**
     * Creates all of them or none: one transaction writes the directory, the first lines of each audit trail and the managers'
     * invitations, which are sent once it is committed, however long the identity provider is away.
     *
     * @throws Problem where somebody else has just taken an address or an official code
     */
    List<Tenant> createAll(List<NewTenant> wanted, SignedIn operator) {
        var taken = takenSlugs();
        var managers = new HashMap<UUID, String>();
        var created = wanted.stream()
                .map(one -> {
                    var tenant = one.at(address(one, taken));
                    taken.add(tenant.slug());
                    if (one.managerEmail() != null) {
                        managers.put(tenant.id(), one.managerEmail());
                    }
                    return tenant;
                })
                .toList();
        Tenancy.onPlatform(() -> transactions.execute(_ -> {
            founding.found(created, actor(operator), tenant -> {
                recordCreation(tenant);
                Optional.ofNullable(managers.get(tenant.id()))
                        .ifPresent(email -> firstInvitation.ofManager(tenant, email));
            });
            created.forEach(tenant -> events.publishEvent(new TenantCreated(tenant.id())));
            return true;
        }));
        return created;
    }

    /** One more manager for a tenant, where the first never came. @throws Problem if it is closed: nobody comes in there */
    void inviteManager(Tenant tenant, String email, SignedIn operator) {
        if (tenants.isClosed(tenant.id())) {
            throw Problem.conflict("operator.invite.closed", tenant.name());
        }
        inside(tenant, operator, () -> people.invite(email, Set.of(Role.MANAGER)));
    }

    private void recordCreation(Tenant tenant) {
        audit.record("tenant.created", "tenant", tenant.id(), Map.of("name", tenant.name()));
    }

    private void inviteManager(NewTenant wanted) {
        if (wanted.managerEmail() != null) {
            people.invite(wanted.managerEmail(), Set.of(Role.MANAGER));
        }
    }

    /** The operator acts in the tenant without a role there, and for nothing but this. */
    private void inside(Tenant tenant, SignedIn operator, Runnable work) {
        Tenancy.inTenant(tenant.id(), actor(operator), () -> transactions.executeWithoutResult(_ -> work.run()));
    }

    private static Actor actor(SignedIn operator) {
        return new Actor(operator.person(), operator.name(), Set.of());
    }

    /** An address asked for is taken as it is; the directory refuses it where it cannot be had. */
    private static String address(NewTenant wanted, Set<String> taken) {
        if (wanted.slug() != null) {
            return wanted.slug();
        }
        var suggested = Slugs.of(wanted.name(), wanted.country());
        if (suggested.isEmpty()) {
            throw Problem.invalid("operator.slug-needed", wanted.name());
        }
        return Slugs.free(suggested, slug -> taken.contains(slug) || Tenants.isReserved(slug));
    }

    private Set<String> takenSlugs() {
        return tenants.all().stream().map(Tenant::slug).collect(Collectors.toCollection(HashSet::new));
    }
}
