package org.samklima.portal.planning.communication.web;

import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.Choice;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.YearWheel;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.samklima.portal.problem.Problem;
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

/** How the when of a row is understood, and saying it otherwise; the text in the plan stays as it was typed. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class DaysController {

    private final CommunicationPlan plan;
    private final YearWheel wheel;
    private final ScheduleWords words;
    private final MessageSource messages;

    DaysController(CommunicationPlan plan, YearWheel wheel, ScheduleWords words, MessageSource messages) {
        this.plan = plan;
        this.wheel = wheel;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/communication/entries/{id}/days")
    String show(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        var entry = plan.get(id);
        model.addAttribute("form", DaysForm.of(entry, words, language));
        return page(tenant, entry, language, model);
    }

    @PostMapping("/communication/entries/{id}/days")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute("form") DaysForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var entry = plan.get(id);
        if (!errors.hasErrors()) {
            var schedule = form.read(entry, errors);
            if (schedule != null) {
                try {
                    plan.understand(id, schedule, form.version());
                    Notice.success("communication.days.changed").on(redirect);
                    return new ModelAndView("redirect:/" + tenant.slug() + "/communication/entries/" + id);
                } catch (Problem problem) {
                    if (problem.kind() != Problem.Kind.CONFLICT) {
                        throw problem;
                    }
                    model.addAttribute("form", form.over(entry.lockVersion()));
                    model.addAttribute("late", problem.messageKey());
                    var view = page(tenant, entry, language, model);
                    return new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
                }
            }
        }
        return new ModelAndView(page(tenant, entry, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(Tenant tenant, Entry entry, Locale language, Model model) {
        var points = wheel.points();
        model.addAttribute("tenant", tenant);
        model.addAttribute("entry", entry);
        model.addAttribute("read", words.said(ScheduleReading.of(entry.text().when()), points, language));
        model.addAttribute(
                "points",
                points.stream()
                        .map(point -> Choice.of(point.id().toString(), point.name()))
                        .toList());
        model.addAttribute("crumbs", CommunicationController.crumbs(tenant, messages, language));
        return "communication/days";
    }
}
