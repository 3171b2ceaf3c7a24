package org.samklima.portal.home;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** What is due, from every module that has something; the soonest first. */
@Component
public class Due {

    private final List<DueItems> sources;
    private final Clock clock;

    Due(List<DueItems> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    List<DueLine> in(List<Workplace> workplaces, SignedIn person, Locale language) {
        return EachWorkplace.of(workplaces, person, (tenant, actor) -> in(tenant, actor, language)).stream()
                .sorted(DueLine.SOONEST_FIRST)
                .toList();
    }

    /** In the bound tenant, for the person bound there. */
    public List<DueLine> in(Tenant tenant, Actor person, Locale language) {
        var now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.due(tenant, person, language).stream())
                .map(item -> new DueLine(tenant, item, item.today(now)))
                .sorted(DueLine.SOONEST_FIRST)
                .toList();
    }
}
