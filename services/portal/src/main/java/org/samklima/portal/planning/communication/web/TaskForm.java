package org.samklima.portal.planning.communication.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.problem.Problem;
import org.springframework.validation.BindingResult;

/**
 * What is said of a task, as typed.
 *
 * @param dueOn blank leaves it where it is
 */
record TaskForm(
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable UUID takenBy,
        @Nullable String note,
        @Nullable Integer lockVersion) {

    static TaskForm of(PlanTask task) {
        return new TaskForm(task.dueOn(), task.doneOn(), task.takenBy(), task.note(), task.lockVersion());
    }

    TaskForm over(int version) {
        return new TaskForm(dueOn, doneOn, takenBy, note, version);
    }

    int version() {
        return lockVersion == null ? 0 : lockVersion;
    }

    PlanTasks.Said said(PlanTask task) {
        return new PlanTasks.Said(dueOn == null ? task.dueOn() : dueOn, takenBy, doneOn, note == null ? "" : note);
    }

    static void reject(Problem problem, BindingResult errors) {
        switch (problem.messageKey()) {
            case "communication.task.done-in-future" ->
                errors.rejectValue("doneOn", problem.messageKey(), problem.arguments(), null);
            case "communication.task.note-too-long" ->
                errors.rejectValue("note", problem.messageKey(), problem.arguments(), null);
            case "communication.person-unknown" ->
                errors.rejectValue("takenBy", problem.messageKey(), problem.arguments(), null);
            default -> errors.reject(problem.messageKey(), problem.arguments(), null);
        }
    }
}
