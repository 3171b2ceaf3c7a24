package org.samklima.portal.home;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantPages;
import org.springframework.stereotype.Component;

/** The way from the first page to where one logs what one did. */
@Component
class Shortcuts {

    private final TenantPages pages;

    Shortcuts(TenantPages pages) {
        this.pages = pages;
    }

    /** From the root of the server, by tenant; without those where the person logs nothing. */
    Map<UUID, String> logging(List<Workplace> workplaces, SignedIn person) {
        var paths = new HashMap<UUID, String>();
        for (var workplace : workplaces) {
            var actor = new Actor(person.person(), person.name(), workplace.roles());
            logging(workplace.tenant(), actor)
                    .ifPresent(path -> paths.put(workplace.tenant().id(), path));
        }
        return paths;
    }

    /** From the root of the server; empty where the person logs nothing. */
    Optional<String> logging(Tenant tenant, Actor person) {
        if (!person.has(Role.COORDINATOR, Role.CONTRIBUTOR, Role.STAFF)) {
            return Optional.empty();
        }
        var activities = "/" + tenant.slug() + "/activities";
        return pages.of(tenant, person).stream()
                .map(TenantPages.Page::path)
                .filter(activities::equals)
                .findFirst()
                .map(path -> path + "/log");
    }
}
