package org.samklima.portal.home;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantKind;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who holds the token, and where they work. */
@RestController
class MeApi {

    private final MyTenants myTenants;

    MeApi(MyTenants myTenants) {
        this.myTenants = myTenants;
    }

    /** @param operator whether this person runs the platform; says nothing about any tenant */
    record Me(UUID id, String name, @Nullable String email, boolean operator, List<Place> tenants) {}

    record Place(UUID id, String slug, String name, TenantKind kind, Set<Role> roles) {

        static Place of(Workplace workplace) {
            var tenant = workplace.tenant();
            return new Place(tenant.id(), tenant.slug(), tenant.name(), tenant.kind(), workplace.roles());
        }
    }

    /** The person behind the token, and every tenant they work in with their roles there. */
    @GetMapping("/api/v1/me")
    Me me(Authentication authentication) {
        var person = SignedIn.of(authentication);
        var places = myTenants.of(person.person()).stream().map(Place::of).toList();
        return new Me(person.person(), person.name(), person.email(), person.operator(), places);
    }
}
