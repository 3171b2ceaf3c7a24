package org.samklima.portal.home;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** What is due, from every module that has something; the soonest first. */
@Component
class Due {

    private final List<DueItems> sources;
    private final Clock clock;

    Due(List<DueItems> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** An item and where it is due. */
    record Line(Tenant tenant, DueItem item, boolean late) {

        public String href() {
            return "/" + tenant.slug() + item.path();
        }
    }

    /** In each of these tenants in turn: row-level security shows one tenant at a time, and people work in few. */
    List<Line> in(List<Workplace> workplaces, SignedIn person, Locale language) {
        return workplaces.stream()
                .flatMap(workplace -> {
                    var actor = new Actor(person.person(), person.name(), workplace.roles());
                    return Tenancy.inTenant(
                            workplace.tenant().id(), actor, () -> in(workplace.tenant(), actor, language).stream());
                })
                .sorted(Comparator.comparing(line -> line.item().deadline()))
                .toList();
    }

    /** In the bound tenant. */
    List<Line> in(Tenant tenant, Actor person, Locale language) {
        var now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.due(tenant, person, language).stream())
                .map(item -> new Line(tenant, item, item.isLate(now)))
                .sorted(Comparator.comparing(line -> line.item().deadline()))
                .toList();
    }
}
