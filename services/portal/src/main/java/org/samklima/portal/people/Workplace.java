package org.samklima.portal.people;

import java.util.Set;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;

/** A tenant as one person finds it. */
public record Workplace(Tenant tenant, Set<Role> roles) {

    public Workplace {
        roles = Set.copyOf(roles);
    }
}
