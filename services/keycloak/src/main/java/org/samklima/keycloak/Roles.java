package org.samklima.keycloak;

import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** The one realm role that means something to the portal; whatever else a token claims is ignored. */
final class Roles {

    static final GrantedAuthority OPERATOR = new SimpleGrantedAuthority("ROLE_OPERATOR");

    private Roles() {}

    static Set<GrantedAuthority> in(ClaimAccessor claims) {
        List<String> roles =
                claims.hasClaim(Realm.ROLES_CLAIM) ? claims.getClaimAsStringList(Realm.ROLES_CLAIM) : List.of();
        return roles.contains(Realm.OPERATOR_ROLE) ? Set.of(OPERATOR) : Set.of();
    }
}
