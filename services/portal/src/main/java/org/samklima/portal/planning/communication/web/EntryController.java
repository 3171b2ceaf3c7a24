package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PhaseNames;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.planning.communication.YearWheel;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One row of the communication plan: writing it, moving it, removing it. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class EntryController {

    private final CommunicationPlan plan;
    private final PlanTasks tasks;
    private final YearWheel wheel;
    private final PhaseNames phases;
    private final ScheduleWords words;
    private final MessageSource messages;

    EntryController(
            CommunicationPlan plan,
            PlanTasks tasks,
            YearWheel wheel,
            PhaseNames phases,
            ScheduleWords words,
            MessageSource messages) {
        this.plan = plan;
        this.tasks = tasks;
        this.wheel = wheel;
        this.phases = phases;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/communication/entries/new")
    String blank(Tenant tenant, @RequestParam(required = false) @Nullable Phase phase, Locale language, Model model) {
        model.addAttribute("form", EntryForm.blank(phase));
        return page(tenant, null, true, language, model);
    }

    @PostMapping("/communication/entries")
    ModelAndView add(
            Tenant tenant,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var entry = plan.add(form.text());
                return new ModelAndView(told(tenant, entry, "communication.added", redirect));
            } catch (Problem problem) {
                EntryForm.reject(problem, errors);
            }
        }
        return refused(page(tenant, null, true, language, model), model);
    }

    @GetMapping("/communication/entries/{id}")
    @Allowed
    String show(Tenant tenant, Actor actor, @PathVariable UUID id, Locale language, Model model) {
        var entry = plan.get(id);
        model.addAttribute("form", EntryForm.of(entry));
        return page(tenant, entry, actor.has(CommunicationController.WRITING), language, model);
    }

    @PostMapping("/communication/entries/{id}")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var entry = plan.change(id, form.text(), form.version());
                return new ModelAndView(told(tenant, entry, "communication.changed", redirect));
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                if (problem.kind() == Problem.Kind.CONFLICT) {
                    return late(tenant, plan.get(id), form, problem, language, model);
                }
                EntryForm.reject(problem, errors);
            }
        }
        return refused(page(tenant, plan.get(id), true, language, model), model);
    }

    /** What was typed stays in the form, beside what the quicker one wrote; sent again it counts. */
    private ModelAndView late(
            Tenant tenant, Entry now, EntryForm typed, Problem problem, Locale language, Model model) {
        model.addAttribute("form", typed.over(now.lockVersion()));
        model.addAttribute("late", problem.messageKey());
        var view = page(tenant, now, true, language, model);
        return new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
    }

    /** Up by minus one, down by one. */
    @PostMapping("/communication/entries/{id}/position")
    String move(Tenant tenant, @PathVariable UUID id, @RequestParam int by) {
        plan.moveBy(id, by);
        return "redirect:/" + tenant.slug() + "/communication?order=true#entry-" + id;
    }

    @GetMapping("/communication/entries/{id}/removal")
    String askToRemove(Tenant tenant, @PathVariable UUID id, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("entry", plan.get(id));
        model.addAttribute(
                "done", tasks.count(TaskFilter.of(TaskFilter.State.DONE).ofEntry(id)));
        return "communication/entry-removal";
    }

    @PostMapping("/communication/entries/{id}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        plan.remove(id);
        Notice.success("communication.removed").on(redirect);
        return "redirect:/" + tenant.slug() + "/communication";
    }

    private static ModelAndView refused(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Says at once when nobody understood when. */
    private static String told(Tenant tenant, Entry entry, String done, RedirectAttributes redirect) {
        if (entry.schedule().asksForDays()) {
            Notice.warning(
                            "communication.when.asks-for-days.notice",
                            entry.text().when())
                    .on(redirect);
            return "redirect:/" + tenant.slug() + "/communication/entries/" + entry.id() + "/days";
        }
        Notice.success(done, entry.title()).on(redirect);
        return "redirect:/" + tenant.slug() + "/communication#entry-" + entry.id();
    }

    private String page(Tenant tenant, @Nullable Entry entry, boolean mayChange, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("entry", entry);
        model.addAttribute("mayChange", mayChange);
        model.addAttribute(
                "phases",
                List.of(Phase.values()).stream()
                        .map(phase -> Choice.of(phase.name(), phases.in(language, phase)))
                        .toList());
        model.addAttribute("crumbs", CommunicationController.crumbs(tenant, messages, language));
        if (entry != null) {
            model.addAttribute("said", words.said(entry.schedule(), wheel.points(), language));
            model.addAttribute("tasks", tasks.find(TaskFilter.ALL.ofEntry(entry.id())));
            model.addAttribute("today", tasks.today());
        }
        return "communication/entry";
    }
}
