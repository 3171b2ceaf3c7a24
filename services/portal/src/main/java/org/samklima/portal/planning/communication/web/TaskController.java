package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.PartyNames;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: doing it, moving it, taking it, writing about it. */
@TenantController
@Allowed
class TaskController {

    private final PlanTasks tasks;
    private final Glossary glossary;
    private final People people;
    private final MessageSource messages;

    TaskController(PlanTasks tasks, Glossary glossary, People people, MessageSource messages) {
        this.tasks = tasks;
        this.glossary = glossary;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/communication/tasks/{id}")
    String show(Tenant tenant, Actor actor, @PathVariable UUID id, Locale language, Model model) {
        var task = tasks.get(id);
        model.addAttribute("form", TaskForm.of(task));
        return page(tenant, actor, task, language, model);
    }

    @PostMapping("/communication/tasks/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ModelAndView say(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") TaskForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var task = tasks.say(id, form.said(tasks.get(id)), form.version());
                Notice.success("communication.task.changed", task.title()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/communication/tasks");
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                if (problem.kind() == Problem.Kind.CONFLICT) {
                    var now = tasks.get(id);
                    model.addAttribute("form", form.over(now.lockVersion()));
                    model.addAttribute("late", problem.messageKey());
                    var view = page(tenant, actor, now, language, model);
                    return new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
                }
                TaskForm.reject(problem, errors);
            }
        }
        var view = page(tenant, actor, tasks.get(id), language, model);
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(Tenant tenant, Actor actor, PlanTask task, Locale language, Model model) {
        var here = people.all();
        var behind = new PartyNames(glossary.all())
                .named(task.text().responsible()).stream()
                        .flatMap(party -> party.people().stream())
                        .toList();
        model.addAttribute("tenant", tenant);
        model.addAttribute("task", task);
        model.addAttribute("today", tasks.today());
        model.addAttribute("mayDo", actor.has(TasksController.DOING));
        model.addAttribute(
                "takenBy",
                here.stream()
                        .filter(user -> user.personId().equals(task.takenBy()))
                        .map(TenantUser::name)
                        .findFirst()
                        .orElse(""));
        model.addAttribute(
                "behind",
                here.stream()
                        .filter(user -> behind.contains(user.personId()))
                        .map(TenantUser::name)
                        .toList());
        model.addAttribute(
                "people",
                here.stream()
                        .map(user -> Choice.of(user.personId().toString(), user.name()))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        CommunicationController.crumbs(tenant, messages, language)
                                .getFirst(),
                        new Crumb(
                                messages.getMessage("communication.tasks", null, language),
                                "/" + tenant.slug() + "/communication/tasks")));
        return "communication/task";
    }
}
