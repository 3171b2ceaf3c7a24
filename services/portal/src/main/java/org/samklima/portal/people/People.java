package org.samklima.portal.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the bound tenant: inviting them, changing what they may do, letting them go. */
@Service
public class People {

    private final Users users;
    private final Invitations invitations;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            Users users,
            Invitations invitations,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<TenantUser> all() {
        return users.findAllByOrderByName();
    }

    /** @throws Problem if nobody here has that id */
    @Transactional(readOnly = true)
    TenantUser get(UUID personId) {
        return users.findById(personId).orElseThrow(Problem::notFound);
    }

    /** Those with one of the roles, by name: whom to write to. */
    @Transactional(readOnly = true)
    public List<TenantUser> having(Role... any) {
        return users.findAllByOrderByName().stream()
                .filter(user -> user.roles().stream().anyMatch(Set.of(any)::contains))
                .toList();
    }

    @Transactional(readOnly = true)
    List<Invitation> openInvitations() {
        return invitations.findByAcceptedAtIsNullOrderByInvitedAtDesc();
    }

    /**
     * Invites an e-mail address; the identity provider sends the mail. Inviting an address again sends it again; the
     * roles of the last time count.
     *
     * @throws Problem if the address is none or belongs to somebody who works here already, or a role does not exist in this
     *     kind of tenant
     */
    @Transactional
    public void invite(String email, Collection<Role> roles) {
        var address = EmailAddress.normalised(email);
        if (users.existsByEmailIgnoreCase(address)) {
            throw Problem.conflict("people.here-already", address);
        }
        invitations.findByEmailAndAcceptedAtIsNull(address).ifPresent(earlier -> {
            invitations.delete(earlier);
            invitations.flush();
        });
        var invitation = invitations.save(
                new Invitation(address, roles, tenant(), Tenancy.actor().name(), clock.instant()));
        audit.record("person.invited", "invitation", invitation.id(), Map.of("email", address, "roles", names(roles)));
        events.publishEvent(new PersonInvited(Tenancy.tenantId(), invitation.id()));
    }

    @Transactional
    public void assign(UUID personId, Collection<Role> roles) {
        var user = keepingAManager(personId, roles);
        user.assign(roles, tenant());
        audit.record("person.roles-changed", "person", personId, Map.of("name", user.name(), "roles", names(roles)));
    }

    /** The person loses their access to this tenant at once; what they did stays under their name. */
    @Transactional
    public void remove(UUID personId) {
        var user = keepingAManager(personId, Set.of());
        users.delete(user);
        audit.record("person.removed", "person", personId, Map.of("name", user.name()));
        events.publishEvent(new PersonLeft(Tenancy.tenantId(), personId));
    }

    @Transactional
    void withdraw(UUID invitationId) {
        var invitation = invitations.findById(invitationId).orElseThrow(Problem::notFound);
        invitations.delete(invitation);
        audit.record("invitation.withdrawn", "invitation", invitationId, Map.of("email", invitation.email()));
    }

    /** The person, if somebody manages the tenant also when these are their roles. */
    private TenantUser keepingAManager(UUID personId, Collection<Role> roles) {
        var everybody = users.findAllByOrderByPersonId();
        var changed = everybody.stream()
                .filter(user -> user.personId().equals(personId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        var others = everybody.stream()
                .filter(user -> !user.personId().equals(personId))
                .anyMatch(user -> user.roles().contains(Role.MANAGER));
        if (changed.roles().contains(Role.MANAGER) && !roles.contains(Role.MANAGER) && !others) {
            throw Problem.conflict("people.last-manager", changed.name());
        }
        return changed;
    }

    private Tenant tenant() {
        return tenants.get(Tenancy.tenantId());
    }

    private static List<String> names(Collection<Role> roles) {
        return List.of(TenantUser.names(roles));
    }
}
