package org.samklima.portal.tenancy;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in the bound tenant.
 *
 * @param id the person's id at the identity provider; null for the system itself
 * @param name for the audit trail and for colleagues
 * @param roles in the bound tenant
 */
public record Actor(@Nullable UUID id, String name, Set<Role> roles) {

    /** The platform acting by itself, in a job or on an event. */
    public static final Actor SYSTEM = new Actor(null, "Samklima", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }
}
