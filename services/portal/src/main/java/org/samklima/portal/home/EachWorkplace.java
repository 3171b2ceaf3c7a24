package org.samklima.portal.home;

import java.util.List;
import java.util.function.BiFunction;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;

/** Asks in each tenant in turn, as the person there: row-level security shows one tenant at a time, and people work in few. */
final class EachWorkplace {

    private EachWorkplace() {}

    static <T> List<T> of(List<Workplace> workplaces, SignedIn person, BiFunction<Tenant, Actor, List<T>> question) {
        return workplaces.stream()
                .flatMap(workplace -> {
                    var tenant = workplace.tenant();
                    var actor = new Actor(person.person(), person.name(), workplace.roles());
                    return Tenancy.inTenant(tenant.id(), actor, () -> question.apply(tenant, actor).stream());
                })
                .toList();
    }
}
