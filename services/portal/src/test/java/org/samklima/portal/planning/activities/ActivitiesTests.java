package org.samklima.portal.planning.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.samklima.portal.planning.activities.PlanBuilder.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.RecentItem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ActivitiesTests {

    @Autowired
    World world;

    @Autowired
    Activities activities;

    @Autowired
    ActivityLog log;

    @Autowired
    DueActivities due;

    @Autowired
    RecentLogEntries recent;

    @Autowired
    JdbcClient jdbc;

    private Tenant granby;
    private World.Person cora;
    private World.Person conny;
    private LocalDate today;

    @BeforeEach
    void a_town() {
        granby = world.municipality("Granby");
        cora = world.person("Cora Coordinator", granby, Role.COORDINATOR);
        conny = world.person("Conny Contributor", granby, Role.CONTRIBUTOR);
        today = world.ask(granby, () -> activities.surroundings().today());
    }

    @Test
    void an_activity_comes_back_as_it_was_planned() {
        var planned = plan("Cycle paths")
                .reference("T1")
                .responsible(cora.id(), "")
                .from(LocalDate.of(2026, 1, 1))
                .until(LocalDate.of(2027, 6, 30))
                .effect("120.50", "400 commuters leave their cars")
                .benefits("HEALTH", "NOISE")
                .budget(2026, BudgetKind.INVESTMENT, "State grant", "1000000", "250000.50")
                .budget(2027, BudgetKind.WORKING_TIME, "", "50000", null)
                .milestone("Plan adopted", LocalDate.of(2026, 3, 1))
                .build();

        var added = as(cora, () -> activities.add(planned));

        assertThat(as(conny, () -> activities.get(added.id())))
                .usingRecursiveComparison()
                .ignoringFields("createdAt", "changedAt")
                .isEqualTo(added);
        assertThat(added.plan().responsible()).isEqualTo("Cora Coordinator");
        assertThat(added.status()).isEqualTo(ActivityStatus.NOT_STARTED);
    }

    @Test
    void the_later_of_two_editors_is_told_and_overwrites_nothing() {
        var activity = as(cora, () -> activities.add(plan("Cycle paths").build()));
        as(
                cora,
                () -> activities.change(
                        activity.id(),
                        activity.version(),
                        plan("Wide cycle paths").build()));

        assertThatThrownBy(() -> as(
                        conny,
                        () -> activities.change(
                                activity.id(),
                                activity.version(),
                                plan("Bridges").build())))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(as(cora, () -> activities.get(activity.id())).title()).isEqualTo("Wide cycle paths");
    }

    @Test
    void a_list_is_taken_whole_or_not_at_all() {
        var activity = as(
                cora, () -> activities.add(plan("Cycle paths").reference("T1").build()));

        assertThatThrownBy(() -> as(
                        cora,
                        () -> activities.carryOut(
                                List.of(
                                        plan("Bridges").reference("T2").build(),
                                        plan("Tunnels").reference("T2").build()),
                                Map.of(activity.id(), plan("Wide cycle paths").build()))))
                .hasMessage("activities.flaw.reference-taken");
        assertThat(all()).extracting(Activity::title).containsExactly("Cycle paths");

        as(
                cora,
                () -> activities.carryOut(
                        List.of(plan("Bridges").reference("T1").build()),
                        Map.of(
                                activity.id(),
                                plan("Wide cycle paths").reference("T2").build())));
        assertThat(all()).extracting(Activity::title).containsExactly("Wide cycle paths", "Bridges");
    }

    @Test
    void every_change_stands_in_the_history_under_the_name_of_who_made_it() {
        var activity = as(cora, () -> activities.add(plan("Cycle paths").build()));
        as(conny, () -> activities.become(activity.id(), ActivityStatus.ONGOING));
        as(cora, () -> activities.become(activity.id(), ActivityStatus.ONGOING));
        as(cora, () -> {
            activities.remove(activity.id());
            return true;
        });

        var history = world.ask(
                granby,
                () -> jdbc.sql("SELECT actor_name || ' ' || action || ' ' || (changes::jsonb)::text"
                                + " FROM plan_change WHERE tenant_id = ? AND item_id = ? ORDER BY at, id")
                        .params(granby.id(), activity.id())
                        .query(String.class)
                        .list());
        assertThat(history)
                .satisfiesExactly(
                        added -> assertThat(added).startsWith("Cora Coordinator ADDED"),
                        changed -> assertThat(changed)
                                .startsWith("Conny Contributor CHANGED")
                                .contains("NOT_STARTED", "ONGOING"),
                        removed -> assertThat(removed).startsWith("Cora Coordinator REMOVED"));
    }

    @Test
    void the_newest_day_of_the_log_is_known_whatever_happens_to_its_entries() {
        var activity = as(cora, () -> activities.add(plan("Cycle paths").build()));
        var first = write(conny, activity, today.minusDays(9));
        assertThat(lastLogged(activity)).isEqualTo(today.minusDays(9));
        var second = write(conny, activity, today.minusDays(3));
        write(conny, activity, today.minusDays(30));
        assertThat(lastLogged(activity)).isEqualTo(today.minusDays(3));

        as(
                conny,
                () -> log.correct(
                        activity.id(),
                        second.id(),
                        second.version(),
                        new LogNote(today.minusDays(20), "Earlier than I thought", null, ""),
                        List.of(),
                        Set.of()));
        assertThat(lastLogged(activity)).isEqualTo(today.minusDays(9));

        remove(cora, activity, first.id());
        assertThat(lastLogged(activity)).isEqualTo(today.minusDays(20));
        assertThat(as(cora, () -> activities.get(activity.id())).version())
                .as("writing in the log hinders nobody who edits the plan")
                .isEqualTo(activity.version());
    }

    @Test
    void an_entry_is_changed_by_its_author_or_a_coordinator_only() {
        var activity = as(cora, () -> activities.add(plan("Cycle paths").build()));
        var mine = write(conny, activity, today);
        var other = world.person("Olle Other", granby, Role.CONTRIBUTOR);

        assertThatThrownBy(() -> remove(other, activity, mine.id())).hasMessage("activities.log.not-yours");
        remove(conny, activity, mine.id());
        var again = write(conny, activity, today);
        remove(cora, activity, again.id());
        assertThat(as(cora, () -> log.newest(activity.id(), 0, 10)).total()).isZero();
    }

    @Test
    void a_status_that_comes_with_an_entry_is_refused_together_with_it() {
        var activity = as(
                cora,
                () -> activities.add(
                        plan("Cycle paths").status(ActivityStatus.COMPLETED).build()));

        assertThatThrownBy(() -> as(
                        conny,
                        () -> log.write(
                                activity.id(),
                                new LogNote(today, "Put off", null, ""),
                                ActivityStatus.POSTPONED,
                                List.of())))
                .hasMessage("activities.flaw.status-after.COMPLETED");
        assertThat(as(cora, () -> log.newest(activity.id(), 0, 10)).total()).isZero();
    }

    @Test
    void a_person_is_told_of_what_their_own_activities_ask_of_them_in_the_weeks_to_come() {
        var mine = as(
                cora,
                () -> activities.add(plan("Cycle paths")
                        .responsible(conny.id(), "")
                        .status(ActivityStatus.ONGOING)
                        .from(today.minusYears(1))
                        .until(today.minusDays(1))
                        .milestone("Built", today.plusDays(9))
                        .milestone("Years away", today.plusYears(1))
                        .build()));
        as(
                cora,
                () -> activities.add(plan("Bridges")
                        .responsible(conny.id(), "")
                        .from(today.plusDays(3))
                        .until(today.plusYears(2))
                        .build()));
        as(
                cora,
                () -> activities.add(plan("Put off")
                        .responsible(conny.id(), "")
                        .status(ActivityStatus.POSTPONED)
                        .until(today)
                        .build()));
        as(cora, () -> activities.add(plan("Somebody else's").until(today).build()));
        write(conny, mine, today.minusMonths(7));

        assertThat(as(conny, () -> due.due(granby, Tenancy.actor(), Locale.ENGLISH)))
                .extracting(DueItem::what, DueItem::deadline, DueItem::isHint)
                .containsExactlyInAnyOrder(
                        tuple("Finish: Cycle paths", today.minusDays(1), false),
                        tuple("Milestone: Built (Cycle paths)", today.plusDays(9), false),
                        tuple(
                                "Nothing logged for long: Cycle paths",
                                today.minusMonths(7).plusMonths(6),
                                true),
                        tuple("Begin: Bridges", today.plusDays(3), false));
    }

    @Test
    void the_first_page_tells_what_colleagues_wrote_last_in_each_log() {
        var activity = as(cora, () -> activities.add(plan("Cycle paths").build()));
        write(conny, activity, today.minusDays(40));
        var second = write(conny, activity, today);
        var since = Instant.now().minusSeconds(60);

        assertThat(as(cora, () -> recent.since(granby, Tenancy.actor(), since, 9, Locale.ENGLISH)))
                .extracting(RecentItem::what, RecentItem::by, RecentItem::path)
                .containsExactly(tuple(
                        "Written in the log: Cycle paths",
                        "Conny Contributor",
                        "/activities/" + activity.id() + "#log-" + second.id()));
        assertThat(as(conny, () -> recent.since(granby, Tenancy.actor(), since, 9, Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void files_go_with_what_they_hang_on() {
        var activity = as(cora, () -> activities.add(plan("Cycle paths").build()));
        as(cora, () -> log.attach(activity.id(), List.of(file("plan.txt"))));
        var entry = as(
                conny,
                () -> log.write(activity.id(), new LogNote(today, "", null, ""), null, List.of(file("minutes.txt"))));
        write(conny, activity, today);
        assertThat(entry.files()).extracting(each -> each.name()).containsExactly("minutes.txt");
        assertThat(storedFiles()).isEqualTo(2);

        remove(conny, activity, entry.id());
        assertThat(storedFiles()).isEqualTo(1);
        as(cora, () -> {
            activities.remove(activity.id());
            return true;
        });
        assertThat(storedFiles()).isZero();
    }

    private <T> T as(World.Person person, Supplier<T> work) {
        var role = person.equals(cora) ? Role.COORDINATOR : Role.CONTRIBUTOR;
        return Tenancy.inTenant(granby.id(), new Actor(person.id(), person.name(), Set.of(role)), work::get);
    }

    private List<Activity> all() {
        return as(cora, () -> activities.all());
    }

    private LogEntry write(World.Person person, Activity activity, LocalDate day) {
        return as(
                person,
                () -> log.write(activity.id(), new LogNote(day, "Counted cyclists", null, ""), null, List.of()));
    }

    private void remove(World.Person person, Activity activity, UUID entry) {
        as(person, () -> {
            log.remove(activity.id(), entry);
            return true;
        });
    }

    private LocalDate lastLogged(Activity activity) {
        return as(cora, () -> activities.get(activity.id())).lastLoggedOn();
    }

    private static CheckedFile file(String name) {
        return CheckedFile.of(name, "What was decided".getBytes(StandardCharsets.UTF_8));
    }

    private int storedFiles() {
        return world.ask(
                granby,
                () -> jdbc.sql("SELECT count(*) FROM stored_file WHERE tenant_id = ?")
                        .param(granby.id())
                        .query(Integer.class)
                        .single());
    }
}
