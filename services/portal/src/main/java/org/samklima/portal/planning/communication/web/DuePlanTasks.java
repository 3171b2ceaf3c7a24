package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.Locale;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.DueItems;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the communication plan asks of a person in the weeks to come, on their first page. */
@Component
class DuePlanTasks implements DueItems {

    /** What is further away only hides what is near; as far as anybody can ask to be reminded. */
    private static final int DAYS_AHEAD = 60;

    private final PlanTasks tasks;
    private final MessageSource messages;

    DuePlanTasks(PlanTasks tasks, MessageSource messages) {
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public List<DueItem> due(Tenant tenant, Actor person, Locale language) {
        if (person.id() == null || !person.has(TasksController.DOING)) {
            return List.of();
        }
        var soon = TaskFilter.of(TaskFilter.State.OPEN)
                .ofPerson(person.id())
                .dueBetween(null, tasks.today().plusDays(DAYS_AHEAD));
        return tasks.find(soon).stream()
                .map(task -> new DueItem(
                        messages.getMessage("communication.due", new Object[] {task.title()}, language),
                        null,
                        task.dueOn(),
                        tenant.timeZone(),
                        "/communication/tasks/" + task.id()))
                .toList();
    }
}
