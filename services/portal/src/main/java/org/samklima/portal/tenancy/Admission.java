package org.samklima.portal.tenancy;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Says whether a person belongs to a tenant. Asked with the tenant bound, before anything else happens in it. */
public interface Admission {

    /** @return who acts, with their roles; empty for anyone who does not belong here, whether they exist or not */
    Optional<Actor> admit(Tenant tenant, Authentication person);
}
