package org.samklima.portal.planning.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.people.People;
import org.samklima.portal.planning.communication.PlanTasks.Said;
import org.samklima.portal.planning.communication.TaskFilter.State;
import org.samklima.portal.planning.communication.schedule.Moment;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.communication.schedule.Times;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class CommunicationPlanTests {

    @Autowired
    World world;

    @Autowired
    CommunicationPlan plan;

    @Autowired
    PlanTasks tasks;

    @Autowired
    WheelChanges wheel;

    @Autowired
    Glossary glossary;

    @Autowired
    People people;

    @Autowired
    @Qualifier("communicationTask") Task<Void> recurrence;

    @Autowired
    JdbcClient jdbc;

    Tenant town;
    LocalDate today;

    @BeforeEach
    void a_town() {
        town = world.municipality("Havneby");
        today = world.ask(town, () -> tasks.today());
    }

    @Test
    void rows_stand_in_their_tables_in_the_order_they_were_written_and_can_be_moved() {
        var first = add(Phase.LAUNCH, "Alle", "Q2 2026");
        var second = add(Phase.LAUNCH, "Naboer", "Q2 2026");
        var other = add(Phase.IMPLEMENTATION, "Politikere", "");
        var third = add(Phase.LAUNCH, "Kolleger", "Q2 2026");

        world.in(town, () -> plan.move(third.id(), 1));
        assertThat(stakeholders()).containsExactly("Kolleger", "Alle", "Naboer", "Politikere");
        world.in(town, () -> plan.moveBy(first.id(), 1));
        world.in(town, () -> plan.moveBy(second.id(), -5));
        assertThat(stakeholders()).containsExactly("Naboer", "Kolleger", "Alle", "Politikere");

        world.in(town, () -> plan.change(second.id(), text(Phase.IMPLEMENTATION, "Naboer", ""), 0));
        assertThat(stakeholders()).containsExactly("Kolleger", "Alle", "Politikere", "Naboer");
        assertThat(world.ask(town, () -> plan.get(other.id())).lockVersion()).isZero();
    }

    @Test
    void the_later_of_two_is_told_and_nothing_is_written_over() {
        var row = add(Phase.LAUNCH, "Alle", "Q2 2026");
        world.in(town, () -> plan.change(row.id(), text(Phase.LAUNCH, "Alle i byen", "Q2 2026"), 0));

        assertThatThrownBy(() -> world.in(town, () -> plan.change(row.id(), text(Phase.LAUNCH, "Ingen", ""), 0)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(stakeholders()).containsExactly("Alle i byen");
    }

    @Test
    void what_is_said_of_when_becomes_tasks_and_saying_it_again_changes_nothing() {
        var row = add(Phase.LAUNCH, "Alle", "Q2-Q4 2026");
        var before = tasksOf(row);
        assertThat(before)
                .extracting(PlanTask::occurrence, PlanTask::dueOn)
                .containsExactly(
                        tuple("2026-Q2", LocalDate.of(2026, 6, 30)),
                        tuple("2026-Q3", LocalDate.of(2026, 9, 30)),
                        tuple("2026-Q4", LocalDate.of(2026, 12, 31)));

        world.in(town, () -> plan.keepUp());
        world.in(town, () -> plan.change(row.id(), text(Phase.LAUNCH, "Alle i byen", "Q2-Q4 2026"), 0));

        assertThat(tasksOf(row))
                .extracting(PlanTask::id)
                .containsExactlyElementsOf(before.stream().map(PlanTask::id).toList());
        assertThat(tasksOf(row)).extracting(PlanTask::lockVersion).containsOnly(0);
    }

    @Test
    void a_task_that_nobody_touched_goes_with_the_plan_and_one_that_was_touched_stays_as_people_left_it() {
        var row = add(Phase.LAUNCH, "Alle", "Q1, Q2, Q3 og Q4 2026");
        var four = tasksOf(row);
        say(four.get(0), new Said(four.get(0).dueOn(), null, LocalDate.of(2026, 3, 1), ""));
        say(four.get(1), new Said(LocalDate.of(2026, 7, 20), null, null, ""));
        say(four.get(2), new Said(four.get(2).dueOn(), null, null, "Saalen er bestilt"));

        world.in(town, () -> plan.change(row.id(), text(Phase.LAUNCH, "Alle", "Q3/4 2027"), 0));

        assertThat(tasksOf(row))
                .extracting(PlanTask::occurrence, PlanTask::dueOn, PlanTask::isDone, PlanTask::note)
                .containsExactly(
                        tuple("2026-Q1", LocalDate.of(2026, 3, 31), true, ""),
                        tuple("2026-Q2", LocalDate.of(2026, 7, 20), false, ""),
                        tuple("2026-Q3", LocalDate.of(2026, 9, 30), false, "Saalen er bestilt"),
                        tuple("2027-Q3", LocalDate.of(2027, 9, 30), false, ""),
                        tuple("2027-Q4", LocalDate.of(2027, 12, 31), false, ""));
    }

    @Test
    void what_comes_back_every_year_begins_today_and_reaches_to_the_end_of_next_year() {
        var row = add(Phase.IMPLEMENTATION, "Netværk", "12 møder om året");

        assertThat(tasksOf(row))
                .extracting(PlanTask::dueOn)
                .allMatch(day -> !day.isBefore(today))
                .last()
                .isEqualTo(LocalDate.of(today.getYear() + 1, 12, 31));
    }

    @Test
    void at_the_turn_of_the_year_a_job_makes_the_tasks_of_one_more_year() {
        add(Phase.IMPLEMENTATION, "Netværk", "2-4 årlige møder");
        int year = today.getYear();
        var job = world.ask(
                town,
                () -> jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = 'communication-tasks'"
                                + " AND task_instance = ?")
                        .param(town.id() + "/" + (year + 1))
                        .query(OffsetDateTime.class)
                        .single());
        assertThat(job.toLocalDate()).isEqualTo(LocalDate.of(year + 1, 1, 2));
        var nextYear = TaskFilter.ALL.dueBetween(LocalDate.of(year + 1, 1, 1), null);
        world.in(
                town,
                () -> jdbc.sql("DELETE FROM communication_task WHERE tenant_id = ? AND due_on > ?")
                        .params(town.id(), LocalDate.of(year, 12, 31))
                        .update());

        recurrence.execute(recurrence.instance(town.id() + "/" + (year + 1)), null);
        assertThat(world.ask(town, () -> tasks.count(nextYear))).as("too early").isZero();
        recurrence.execute(recurrence.instance(town.id() + "/" + year), null);

        assertThat(world.ask(town, () -> tasks.find(nextYear)))
                .extracting(PlanTask::occurrence)
                .containsExactly((year + 1) + "#1", (year + 1) + "#2");
    }

    @Test
    void rows_that_go_by_the_year_wheel_follow_its_points() {
        var budget = world.ask(town, () -> wheel.add("Budget", 10, 15));
        world.in(town, () -> wheel.add("Regnskab", 4, 30));
        var all = add(Phase.IMPLEMENTATION, "Politikere", "Løbende; afstemt med årshjul");
        var one = add(Phase.IMPLEMENTATION, "Ledelsen", "afstemt med årshjul");
        world.in(town, () -> plan.understand(one.id(), one.schedule().at(Set.of(budget.id())), 0));
        int year = today.getYear() + 1;

        assertThat(tasksOf(all))
                .extracting(PlanTask::dueOn)
                .contains(LocalDate.of(year, 4, 30), LocalDate.of(year, 10, 15));
        assertThat(tasksOf(one))
                .extracting(PlanTask::dueOn)
                .contains(LocalDate.of(year, 10, 15))
                .doesNotContain(LocalDate.of(year, 4, 30));

        world.in(town, () -> wheel.change(budget.id(), "Budget", 9, 20, 0));
        assertThat(tasksOf(one))
                .extracting(PlanTask::dueOn)
                .contains(LocalDate.of(year, 9, 20))
                .doesNotContain(LocalDate.of(year, 10, 15));

        world.in(town, () -> wheel.remove(budget.id()));
        assertThat(tasksOf(one)).isEmpty();
        assertThat(tasksOf(all))
                .extracting(PlanTask::dueOn)
                .contains(LocalDate.of(year, 4, 30))
                .doesNotContain(LocalDate.of(year, 9, 20));
    }

    @Test
    void the_later_of_two_who_change_a_point_of_the_year_wheel_is_told() {
        var budget = world.ask(town, () -> wheel.add("Budget", 10, 15));
        var changed = world.ask(town, () -> wheel.change(budget.id(), "Budget", 9, 20, budget.lockVersion()));

        assertThatThrownBy(() -> world.in(town, () -> wheel.change(budget.id(), "Regnskab", 1, 1, 0)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        world.in(town, () -> wheel.change(budget.id(), "Budget", 9, 21, changed.lockVersion()));
        assertThatThrownBy(() -> world.in(town, () -> wheel.change(UUID.randomUUID(), "Regnskab", 1, 1, 0)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void days_said_by_hand_count_until_the_text_says_something_else() {
        var row = add(Phase.LAUNCH, "Alle", "når rådet har vedtaget den");
        assertThat(row.schedule().asksForDays()).isTrue();
        assertThat(tasksOf(row)).isEmpty();
        var byHand = Schedule.byHand(
                List.of(Moment.of("2027-03-15")), Times.exactly(1), false, Set.of(), 2027, 2027, row.schedule());

        world.in(town, () -> plan.understand(row.id(), byHand, 0));
        world.in(
                town, () -> plan.change(row.id(), text(Phase.LAUNCH, "Alle borgere", "når rådet har vedtaget den"), 1));
        assertThat(tasksOf(row)).extracting(PlanTask::occurrence).containsExactly("2027-03-15", "2027#1");

        world.in(town, () -> plan.change(row.id(), text(Phase.LAUNCH, "Alle borgere", "Q2 2027"), 2));
        assertThat(tasksOf(row)).extracting(PlanTask::occurrence).containsExactly("2027-Q2");
        assertThat(world.ask(town, () -> plan.get(row.id())).schedule().byHand())
                .isFalse();
    }

    @Test
    void tasks_reach_the_people_who_stand_behind_the_names_of_those_responsible() {
        var office = world.person("Kim Kontor", town, Role.COORDINATOR);
        var house = world.person("Vera Viden", town, Role.CONTRIBUTOR);
        world.in(town, () -> glossary.add(new Party.Text("Klimakontor", List.of(), ""), Set.of(office.id())));
        world.in(town, () -> glossary.add(new Party.Text("Videnhuset", List.of("Huset"), ""), Set.of(house.id())));
        var ours = add(Phase.LAUNCH, "Alle", "Q2 2026", "Ledelsen; klimakontor");
        var theirs = add(Phase.LAUNCH, "Borgere", "Q2 2026", "Huset");
        var nobodys = add(Phase.LAUNCH, "Naboer", "Q2 2026", "Klimakontoristerne");

        assertThat(mine(office)).containsExactly(ours.id());
        assertThat(mine(house)).containsExactly(theirs.id());

        var task = tasksOf(ours).getFirst();
        say(task, new Said(task.dueOn(), house.id(), null, ""));
        assertThat(mine(office)).isEmpty();
        assertThat(mine(house)).containsExactlyInAnyOrder(ours.id(), theirs.id());
        assertThat(tasksOf(nobodys)).hasSize(1);
        var stranger = world.person("Sven Stranger", world.municipality("Andreby"), Role.CONTRIBUTOR);
        assertThatThrownBy(() -> say(tasksOf(nobodys).getFirst(), new Said(today, stranger.id(), null, "")))
                .isInstanceOf(Problem.class);
        for (var day : List.of(LocalDate.MAX, LocalDate.MIN)) {
            assertThatThrownBy(() -> say(tasksOf(nobodys).getFirst(), new Said(day, null, null, "")))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_person_who_leaves_gives_back_what_they_took_and_no_longer_stands_behind_a_name() throws Exception {
        world.person("Mia Manager", town, Role.MANAGER);
        var person = world.person("Kim Kontor", town, Role.COORDINATOR);
        var party =
                world.ask(town, () -> glossary.add(new Party.Text("Klimakontor", List.of(), ""), Set.of(person.id())));
        var row = add(Phase.LAUNCH, "Alle", "Q2 2026", "Klimakontor");
        var task = tasksOf(row).getFirst();
        say(task, new Said(task.dueOn(), person.id(), null, ""));

        world.in(town, () -> people.remove(person.id()));

        assertThat(world.ask(town, () -> glossary.get(party.id())).people()).isEmpty();
        await().until(() -> tasksOf(row).getFirst().takenBy() == null);
    }

    @Test
    void late_is_what_was_due_before_today_and_is_not_done() {
        var past = add(Phase.LAUNCH, "Alle", today.minusDays(1).toString());
        add(Phase.LAUNCH, "Naboer", today.toString());

        assertThat(find(State.LATE)).extracting(PlanTask::entry).containsExactly(past.id());
        assertThat(find(State.OPEN)).hasSize(2);
        var late = find(State.LATE).stream().map(PlanTask::id).toList();
        world.in(town, () -> tasks.done(late, today));
        assertThat(find(State.LATE)).isEmpty();
        assertThat(find(State.DONE)).extracting(PlanTask::doneBy).containsExactly("Tess Test");
        var open = List.of(find(State.OPEN).getFirst().id());
        assertThatThrownBy(() -> world.in(town, () -> tasks.done(open, today.plusDays(1))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_history_tells_who_moved_a_row_from_where_to_where() {
        var first = add(Phase.LAUNCH, "Alle", "");
        var second = add(Phase.LAUNCH, "Naboer", "");
        add(Phase.LAUNCH, "Kolleger", "");

        world.in(town, () -> plan.move(first.id(), 3));
        world.in(town, () -> plan.moveBy(second.id(), 0));
        world.in(town, () -> plan.move(first.id(), 99));

        assertThat(history(first)).hasSize(2).last().asString().isEqualToIgnoringWhitespace("""
                CHANGED [{"fact":"place","before":1,"after":3}]""");
        assertThat(history(second)).as("moved past, not moved").hasSize(1);
    }

    @Test
    void the_history_tells_each_change_of_a_row() {
        var row = add(Phase.LAUNCH, "Alle", "Q2 2026");
        world.in(town, () -> plan.change(row.id(), text(Phase.IMPLEMENTATION, "Alle borgere", "Q3 2026"), 0));
        world.in(town, () -> plan.remove(row.id()));

        var changes = history(row);
        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).startsWith("ADDED").contains("communication-when", "Q2 2026");
        assertThat(changes.get(1)).startsWith("CHANGED").contains("IMPLEMENTATION", "Alle borgere", "Q3 2026");
        assertThat(changes.get(2)).startsWith("REMOVED");
        assertThat(world.ask(town, () -> plan.all())).isEmpty();
    }

    private List<String> history(Entry row) {
        return world.ask(
                town,
                () -> jdbc.sql(
                                "SELECT action || ' ' || changes::text FROM plan_change WHERE tenant_id = ? AND item_id = ?"
                                        + " ORDER BY id")
                        .params(town.id(), row.id())
                        .query(String.class)
                        .list());
    }

    @Test
    void all_that_the_plan_says_is_told_for_freezing_it() {
        world.in(town, () -> PlanScene.LAUNCH.forEach(plan::add));

        assertThat(world.ask(town, () -> plan.all()))
                .hasSize(PlanScene.LAUNCH.size())
                .allMatch(item -> item.kind() == PlanItem.Kind.COMMUNICATION)
                .element(2)
                .satisfies(item -> assertThat(item.facts())
                        .containsEntry("communication-message", "Invitation til samarbejde\nom planens mål")
                        .containsEntry("responsible", "HE + Klimakontor"));
    }

    @Test
    void more_rows_take_no_more_queries_to_bring_up_to_date_or_to_list() throws Exception {
        add(Phase.LAUNCH, "Alle", "Q2-Q4 2026");
        int few = QueryCount.of(() -> find(State.ALL));
        int kept = QueryCount.of(() -> world.ask(town, () -> {
            plan.keepUp();
            return 0;
        }));
        for (int number = 0; number < 30; number++) {
            add(Phase.IMPLEMENTATION, "Gruppe " + number, "4 gange om året");
        }

        assertThat(QueryCount.of(() -> find(State.ALL))).isEqualTo(few);
        assertThat(QueryCount.of(() -> world.ask(town, () -> {
                    plan.keepUp();
                    return 0;
                })))
                .as("one more for the job of next year")
                .isLessThanOrEqualTo(kept + 4);
    }

    private Entry add(Phase phase, String stakeholder, String when) {
        return add(phase, stakeholder, when, "");
    }

    private Entry add(Phase phase, String stakeholder, String when, String responsible) {
        return world.ask(town, () -> plan.add(PlanScene.row(phase, stakeholder, "", "", "", when, responsible)));
    }

    private static EntryText text(Phase phase, String stakeholder, String when) {
        return PlanScene.row(phase, stakeholder, "", "", "", when, "");
    }

    private List<String> stakeholders() {
        return world.ask(town, () -> plan.entries()).stream()
                .map(entry -> entry.text().stakeholder())
                .toList();
    }

    private List<PlanTask> tasksOf(Entry row) {
        return world.ask(town, () -> tasks.find(TaskFilter.ALL.ofEntry(row.id())));
    }

    private List<PlanTask> find(State state) {
        return world.ask(town, () -> tasks.find(TaskFilter.of(state)));
    }

    private List<UUID> mine(World.Person person) {
        return world.ask(town, () -> tasks.find(TaskFilter.ALL.ofPerson(person.id()))).stream()
                .map(PlanTask::entry)
                .toList();
    }

    private void say(PlanTask task, Said said) {
        world.in(town, () -> tasks.say(task.id(), said, task.lockVersion()));
    }
}
