package org.samklima.portal.planning.communication.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.CalendarAddresses;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The tasks that follow from the communication plan, as data; and the caller's calendar of them. */
@TenantApi
@Allowed
class TasksApi {

    private final PlanTasks tasks;
    private final CalendarAddresses addresses;
    private final String portal;

    TasksApi(PlanTasks tasks, CalendarAddresses addresses, @Value("${samklima.portal-url}") String portal) {
        this.tasks = tasks;
        this.addresses = addresses;
        this.portal = portal;
    }

    /**
     * A task.
     *
     * @param entryId the row of the plan that it follows from
     * @param occurrence which of the row's tasks; the same however often they are worked out
     * @param moved whether somebody gave it another day than the plan does
     * @param takenBy the person who took it
     */
    record Task(
            UUID id,
            UUID entryId,
            String title,
            String responsible,
            String occurrence,
            LocalDate dueOn,
            boolean moved,
            boolean late,
            @Nullable UUID takenBy,
            @Nullable LocalDate doneOn,
            @Nullable String doneBy,
            String note,
            int lockVersion) {

        static Task of(PlanTask task, LocalDate today) {
            return new Task(
                    task.id(),
                    task.entry(),
                    task.title(),
                    task.text().responsible(),
                    task.occurrence(),
                    task.dueOn(),
                    task.moved(),
                    task.isLate(today),
                    task.takenBy(),
                    task.doneOn(),
                    task.doneBy(),
                    task.note(),
                    task.lockVersion());
        }
    }

    /**
     * What is said of a task; it replaces what was said before.
     *
     * @param dueOn without it the task stays where it is
     * @param doneOn null says that it is not done
     */
    record NewSaying(
            @Nullable LocalDate dueOn,
            @Nullable UUID takenBy,
            @Nullable LocalDate doneOn,
            @Nullable String note,
            @Nullable Integer lockVersion) {}

    /** @param all everybody's tasks, not only the caller's own */
    record NewAddress(@Nullable Boolean all) {}

    /**
     * The tasks, the soonest due first.
     *
     * @param state OPEN, LATE, DONE or ALL
     * @param mine only the caller's own
     * @param from the first day on which they are due
     * @param until the last one
     */
    @GetMapping("/communication-tasks")
    List<Task> find(
            Actor actor,
            @RequestParam(defaultValue = "ALL") TaskFilter.State state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        var today = tasks.today();
        var filter = TaskFilter.of(state).ofPerson(mine ? actor.id() : null).dueBetween(from, until);
        return tasks.find(filter).stream().map(task -> Task.of(task, today)).toList();
    }

    @GetMapping("/communication-tasks/{id}")
    Task one(@PathVariable UUID id) {
        return Task.of(tasks.get(id), tasks.today());
    }

    /** Does, moves, takes a task or writes about it. 409 if it has changed since it was read; 422 if it is done in the future. */
    @PutMapping("/communication-tasks/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    Task say(@PathVariable UUID id, @RequestBody NewSaying saying) {
        var dueOn = saying.dueOn() == null ? tasks.get(id).dueOn() : saying.dueOn();
        var said = new PlanTasks.Said(
                dueOn, saying.takenBy(), saying.doneOn(), Objects.requireNonNullElse(saying.note(), ""));
        return Task.of(tasks.say(id, said, Objects.requireNonNullElse(saying.lockVersion(), 0)), tasks.today());
    }

    /** Gives the caller a new secret calendar address; an earlier one leads nowhere from now on. It is shown only here. */
    @PostMapping("/calendar-address")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> renew(Tenant tenant, Actor actor, @RequestBody NewAddress wanted) {
        var token = addresses.renew(Objects.requireNonNull(actor.id()), Boolean.TRUE.equals(wanted.all()));
        return Map.of("address", CalendarController.address(portal, tenant, token));
    }

    /** The caller's calendar address leads nowhere from now on. */
    @DeleteMapping("/calendar-address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchOff(Actor actor) {
        addresses.switchOff(Objects.requireNonNull(actor.id()));
    }
}
