package org.samklima.portal.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;

/**
 * An e-mail address that may join a tenant with certain roles. Taken up by whoever signs in with that address, verified
 * by the identity provider.
 */
@Entity
class Invitation {

    static final Duration VALID = Duration.ofDays(30);

    @TenantId
    private UUID tenantId;

    @Id
    private UUID id;

    private String email;
    private String[] roles;
    private String invitedBy;
    private Instant invitedAt;
    private Instant expiresAt;

    @Nullable private Instant acceptedAt;

    @Nullable private Instant mailedAt;

    protected Invitation() {}

    /** @throws Problem if the address is none, or a role does not exist in this kind of tenant */
    Invitation(String email, Collection<Role> roles, Tenant tenant, String invitedBy, Instant now) {
        this.email = EmailAddress.normalised(email);
        TenantUser.checkRoles(roles, tenant);
        this.id = Ids.next();
        this.roles = TenantUser.names(roles);
        this.invitedBy = invitedBy;
        this.invitedAt = now;
        this.expiresAt = now.plus(VALID);
    }

    /** Whoever proves the address becomes a user; an invitation is taken up once. */
    TenantUser accept(UUID personId, String name, Instant now) {
        if (!isOpen(now)) {
            throw Problem.conflict("people.invitation-over");
        }
        acceptedAt = now;
        return new TenantUser(personId, name, email, roles(), now);
    }

    boolean isWaiting() {
        return acceptedAt == null;
    }

    boolean isMailed() {
        return mailedAt != null;
    }

    public boolean isOpen(Instant now) {
        return isWaiting() && now.isBefore(expiresAt);
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String invitedBy() {
        return invitedBy;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Set<Role> roles() {
        return Arrays.stream(roles)
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
