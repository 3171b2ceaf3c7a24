package org.samklima.portal.planning.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class DueGoalsTests {

    @Autowired
    World world;

    @Autowired
    DueGoals due;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Tenant granby;
    LocalDate today;

    @BeforeEach
    void a_town() {
        granby = world.municipality("Granby");
        today = granby.dayOf(clock.instant());
    }

    @Test
    void milestones_that_are_near_or_late_are_due_for_whoever_keeps_the_goals() {
        var late = milestone("Heat plan adopted", today.minusDays(1), null, false);
        var near = milestone("Fleet electric", today.plusDays(60), null, false);
        milestone("Far away", today.plusDays(61), null, false);
        milestone("Reached", today, today, false);
        milestone("Put away", today, null, true);

        assertThat(of(Role.COORDINATOR))
                .extracting(DueItem::what, DueItem::deadline, DueItem::path)
                .containsExactly(
                        tuple("Goal: Heat plan adopted", today.minusDays(1), "/goals/" + late),
                        tuple("Goal: Fleet electric", today.plusDays(60), "/goals/" + near));
        assertThat(of(Role.CONTRIBUTOR)).isEmpty();
    }

    private UUID milestone(String title, LocalDate dueOn, @Nullable LocalDate reachedOn, boolean archived) {
        var id = Ids.next();
        world.in(
                granby,
                () -> jdbc.sql("INSERT INTO goal"
                                + " (tenant_id, id, kind, title, due_on, reached_on, archived_at, created_at, changed_at)"
                                + " VALUES (?, ?, 'MILESTONE', ?, ?, ?, CASE WHEN ? THEN now() END, now(), now())")
                        .params(Arrays.asList(granby.id(), id, title, dueOn, reachedOn, archived))
                        .update());
        return id;
    }

    private List<DueItem> of(Role role) {
        var actor = new Actor(Ids.next(), "Cora Coordinator", Set.of(role));
        return Tenancy.inTenant(granby.id(), actor, () -> due.due(granby, actor, Locale.ENGLISH));
    }
}
