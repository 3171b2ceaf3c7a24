package org.samklima.portal.reporting.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.samklima.pages.Notice;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.Rounds;
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

/** Planning a round, and changing the plan until it opens. */
@TenantController
@Allowed({Role.STAFF, Role.MANAGER})
class PlanController {

    private final Rounds rounds;
    private final Forms forms;
    private final People people;
    private final FigureTexts figureTexts;
    private final MessageSource messages;
    private final Clock clock;

    PlanController(
            Rounds rounds, Forms forms, People people, FigureTexts figureTexts, MessageSource messages, Clock clock) {
        this.rounds = rounds;
        this.forms = forms;
        this.people = people;
        this.figureTexts = figureTexts;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/rounds/new")
    String blank(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("plan", proposed(tenant, actor));
        return page(tenant, null, language, model);
    }

    @PostMapping("/rounds")
    ModelAndView plan(
            Tenant tenant,
            @ModelAttribute("plan") PlanForm plan,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var read = plan.read(errors);
        if (read != null) {
            try {
                var round = rounds.plan(read);
                Notice.success("reporting.plan.planned", round.name()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/rounds/" + round.id());
            } catch (Problem problem) {
                PlanForm.reject(problem, errors);
            }
        }
        return refused(page(tenant, null, language, model), model);
    }

    @GetMapping("/rounds/{id}/plan")
    String existing(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        var round = rounds.get(id);
        model.addAttribute("plan", PlanForm.of(round));
        return page(tenant, round, language, model);
    }

    @PostMapping("/rounds/{id}/plan")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute("plan") PlanForm plan,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var read = plan.read(errors);
        if (read != null) {
            try {
                rounds.change(id, read);
                Notice.success("reporting.plan.changed").on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/rounds/" + id);
            } catch (Problem problem) {
                PlanForm.reject(problem, errors);
            }
        }
        return refused(page(tenant, rounds.get(id), language, model), model);
    }

    private static ModelAndView refused(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Last year's report is asked for from today on, for two months; questions go to whoever plans. */
    private PlanForm proposed(Tenant tenant, Actor actor) {
        var today = tenant.dayOf(clock.instant());
        var contact = people.all().stream()
                .filter(user -> user.personId().equals(actor.id()))
                .map(TenantUser::email)
                .findFirst()
                .orElse("");
        return new PlanForm(
                null,
                null,
                String.valueOf(today.getYear() - 1),
                today.plusDays(1).toString(),
                today.plusMonths(2).toString(),
                false,
                "14, 3",
                contact);
    }

    private String page(Tenant tenant, @Nullable Round round, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", round);
        model.addAttribute("forms", choices(tenant, round, figureTexts.in(language), language));
        model.addAttribute(
                "action", "/" + tenant.slug() + (round == null ? "/rounds" : "/rounds/" + round.id() + "/plan"));
        return "reporting/plan";
    }

    /** The newest version of each form, and the one chosen before. */
    private List<Choice> choices(Tenant tenant, @Nullable Round round, FigureText figures, Locale language) {
        var choices = new ArrayList<Choice>();
        for (var form : forms.all()) {
            var title = figures.text(form.title(), tenant.defaultLanguage());
            choices.add(choice(form.id(), form.latestVersion(), title, language));
            if (round != null && round.formId().equals(form.id()) && round.formVersion() != form.latestVersion()) {
                choices.add(choice(form.id(), round.formVersion(), title, language));
            }
        }
        return choices;
    }

    private Choice choice(UUID form, int version, String title, Locale language) {
        return Choice.of(
                form + "/" + version,
                messages.getMessage("reporting.round.form.version", new Object[] {title, version}, language));
    }
}
