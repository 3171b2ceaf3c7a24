package org.samklima.portal.planning.goals;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the bound tenant's goals stand today, by the figures that count. */
@Component
class Standings {

    private final Figures figures;
    private final Tenants tenants;
    private final Clock clock;

    Standings(Figures figures, Tenants tenants, Clock clock) {
        this.figures = figures;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** By goal; the figures are asked for once, however many goals there are. */
    @Transactional(readOnly = true)
    public Map<UUID, GoalStanding> of(Collection<Goal> goals) {
        var measures = measures();
        var today = tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
        Map<UUID, GoalStanding> standings = new LinkedHashMap<>();
        goals.forEach(goal -> standings.put(goal.id(), GoalStanding.of(goal.terms(), measures, today)));
        return standings;
    }

    @Transactional(readOnly = true)
    public GoalStanding of(Goal goal) {
        return Objects.requireNonNull(of(List.of(goal)).get(goal.id()));
    }

    Measures measures() {
        return new Measures(figures.overview());
    }
}
