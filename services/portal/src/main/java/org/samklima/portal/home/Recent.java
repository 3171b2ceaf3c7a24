package org.samklima.portal.home;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** What changed these last two weeks, from every module that has something; the newest first, and no more than one reads. */
@Component
class Recent {

    static final int SHOWN = 10;

    private static final Duration WINDOW = Duration.ofDays(14);

    private static final Comparator<Line> NEWEST_FIRST =
            Comparator.comparing((Line line) -> line.item.at()).reversed();

    private final List<RecentItems> sources;
    private final Clock clock;

    Recent(List<RecentItems> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** A change and where it happened. */
    record Line(Tenant tenant, RecentItem item) {

        public String href() {
            return "/" + tenant.slug() + item.path();
        }
    }

    List<Line> in(List<Workplace> workplaces, SignedIn person, Locale language) {
        return newest(EachWorkplace.of(workplaces, person, (tenant, actor) -> in(tenant, actor, language)));
    }

    /** In the bound tenant. */
    List<Line> in(Tenant tenant, Actor person, Locale language) {
        var since = clock.instant().minus(WINDOW);
        return newest(sources.stream()
                .flatMap(source -> source.since(tenant, person, since, SHOWN, language).stream())
                .map(item -> new Line(tenant, item))
                .toList());
    }

    private static List<Line> newest(List<Line> lines) {
        return lines.stream().sorted(NEWEST_FIRST).limit(SHOWN).toList();
    }
}
