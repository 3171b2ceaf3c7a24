package org.samklima.portal.planning.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.planning.activities.PlanBuilder.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.people.People;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ActivitiesOfNobodyTests {

    @Autowired
    World world;

    @Autowired
    Activities activities;

    @Autowired
    ActivitiesOfNobody due;

    @Autowired
    People people;

    Tenant granby;
    World.Person conny;
    LocalDate today;

    @BeforeEach
    void a_town() {
        granby = world.municipality("Granby");
        world.person("Mia Manager", granby, Role.MANAGER);
        conny = world.person("Conny Contributor", granby, Role.CONTRIBUTOR);
        today = world.ask(granby, () -> activities.surroundings().today());
    }

    @Test
    void what_nobody_here_is_responsible_for_is_the_coordinators_to_see() {
        add(plan("Depot").responsible(null, "Building office").from(today.plusDays(1)));
        add(plan("Cycle paths")
                .responsible(conny.id(), "")
                .status(ActivityStatus.ONGOING)
                .until(today.minusDays(1))
                .milestone("Plan adopted", today.plusDays(60))
                .milestone("Opened", today.plusDays(61)));

        assertThat(of(Role.COORDINATOR)).extracting(DueItem::what).containsExactly("Begin: Depot");

        world.in(granby, () -> people.remove(conny.id()));

        assertThat(of(Role.COORDINATOR))
                .extracting(DueItem::what)
                .containsExactly("Finish: Cycle paths", "Begin: Depot", "Milestone: Plan adopted (Cycle paths)");
        assertThat(of(Role.CONTRIBUTOR)).isEmpty();
    }

    @Test
    void many_are_one_line_that_is_as_late_as_the_latest_of_them() {
        add(plan("Late").status(ActivityStatus.ONGOING).until(today.minusDays(9)));
        add(plan("Put off").status(ActivityStatus.POSTPONED).until(today.minusDays(90)));
        for (int more = 1; more <= 5; more++) {
            add(plan("Activity " + more).until(today.plusDays(more)));
        }

        assertThat(of(Role.COORDINATOR)).singleElement().satisfies(item -> {
            assertThat(item.what()).isEqualTo("6 dates of activities that nobody here is responsible for");
            assertThat(item.deadline()).isEqualTo(today.minusDays(9));
            assertThat(item.path()).isEqualTo("/activities?late=true");
        });
    }

    private void add(PlanBuilder plan) {
        world.in(granby, () -> activities.add(plan.build()));
    }

    private List<DueItem> of(Role role) {
        var actor = new Actor(null, "Cora Coordinator", Set.of(role));
        return Tenancy.inTenant(granby.id(), actor, () -> due.due(granby, actor, Locale.ENGLISH));
    }
}
