package org.samklima.portal.planning.communication.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Pagination;
import org.samklima.portal.planning.communication.PlanFile;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.planning.communication.TaskFilter.State;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableDownload.Format;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be done by when, as a list to look at, to tick off and to take along. */
@TenantController
@Allowed
class TasksController {

    /** Who does what the plan says. */
    static final Role[] DOING = {Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR};

    private static final int ON_A_PAGE = 100;

    private final PlanTasks tasks;
    private final PlanFile file;
    private final Calendars calendars;

    TasksController(PlanTasks tasks, PlanFile file, Calendars calendars) {
        this.tasks = tasks;
        this.file = file;
        this.calendars = calendars;
    }

    /** @param tasks how many there are in this state */
    record Tally(State state, long tasks) {}

    @GetMapping("/communication/tasks")
    String list(
            Tenant tenant,
            Actor actor,
            @RequestParam(defaultValue = "OPEN") State show,
            @RequestParam(defaultValue = "false") boolean mine,
            PageAddress address,
            Model model) {
        var filter = TaskFilter.of(show).ofPerson(mine ? actor.id() : null);
        var pagination = Pagination.of(address, ON_A_PAGE, tasks.count(filter));
        model.addAttribute("tenant", tenant);
        model.addAttribute("show", show);
        model.addAttribute("mine", mine);
        model.addAttribute("tallies", tallies(filter));
        model.addAttribute("tasks", tasks.find(filter, pagination.offset(), ON_A_PAGE));
        model.addAttribute("pagination", pagination);
        model.addAttribute("today", tasks.today());
        model.addAttribute("mayDo", actor.has(DOING));
        return "communication/tasks";
    }

    private List<Tally> tallies(TaskFilter filter) {
        return List.of(State.OPEN, State.LATE, State.DONE).stream()
                .map(state -> new Tally(state, tasks.count(TaskFilter.of(state).ofPerson(filter.mine()))))
                .toList();
    }

    /** Several at once are done. */
    @PostMapping("/communication/tasks/done")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    String done(
            Tenant tenant,
            @RequestParam(required = false) @Nullable List<UUID> task,
            @RequestParam(required = false) @Nullable LocalDate doneOn,
            @RequestParam(defaultValue = "OPEN") State show,
            @RequestParam(defaultValue = "false") boolean mine,
            RedirectAttributes redirect) {
        if (task == null || task.isEmpty()) {
            Notice.error("communication.task.none-chosen").on(redirect);
        } else {
            try {
                int done = tasks.done(task, doneOn == null ? tasks.today() : doneOn);
                Notice.success("communication.task.done-several", String.valueOf(done))
                        .on(redirect);
            } catch (Problem problem) {
                Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            }
        }
        return "redirect:/" + tenant.slug() + "/communication/tasks?show=" + show + (mine ? "&mine=true" : "");
    }

    @GetMapping("/communication/tasks.csv")
    ResponseEntity<byte[]> csv(
            Tenant tenant,
            Actor actor,
            @RequestParam(defaultValue = "ALL") State show,
            @RequestParam(defaultValue = "false") boolean mine,
            Locale language) {
        return list(tenant, actor, show, mine, Format.CSV, language);
    }

    @GetMapping("/communication/tasks.xlsx")
    ResponseEntity<byte[]> xlsx(
            Tenant tenant,
            Actor actor,
            @RequestParam(defaultValue = "ALL") State show,
            @RequestParam(defaultValue = "false") boolean mine,
            Locale language) {
        return list(tenant, actor, show, mine, Format.XLSX, language);
    }

    private ResponseEntity<byte[]> list(
            Tenant tenant, Actor actor, State show, boolean mine, Format format, Locale language) {
        var found = tasks.find(TaskFilter.of(show).ofPerson(mine ? actor.id() : null));
        return file.tasks(tenant, tasks.today(), found, language).as(format, language);
    }

    /** Once, for a calendar that does not follow an address. */
    @GetMapping("/communication/tasks.ics")
    ResponseEntity<byte[]> ics(
            Tenant tenant, Actor actor, @RequestParam(defaultValue = "false") boolean mine, Locale language) {
        return calendars.download(tenant, mine ? actor.id() : null, language);
    }
}
