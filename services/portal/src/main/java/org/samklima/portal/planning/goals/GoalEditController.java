package org.samklima.portal.planning.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.planning.fields.Fields;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting a goal, changing it, putting it away. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class GoalEditController {

    private final Goals goals;
    private final GoalChanges changes;
    private final Fields fields;
    private final Figures figures;
    private final GoalWords words;
    private final MessageSource messages;

    GoalEditController(
            Goals goals, GoalChanges changes, Fields fields, Figures figures, GoalWords words, MessageSource messages) {
        this.goals = goals;
        this.changes = changes;
        this.fields = fields;
        this.figures = figures;
        this.words = words;
        this.messages = messages;
    }

    /** First the kind, then what belongs to it. */
    @GetMapping("/goals/new")
    String blank(
            Tenant tenant,
            @RequestParam @Nullable GoalKind kind,
            @RequestParam(defaultValue = "") String field,
            Locale language,
            Model model) {
        if (kind == null) {
            model.addAttribute("tenant", tenant);
            model.addAttribute("kinds", GoalKind.values());
            model.addAttribute("field", field);
            model.addAttribute("crumbs", crumbs(tenant, null, language));
            return "goals/kinds";
        }
        model.addAttribute("form", GoalForm.blank(kind, field));
        return page(tenant, null, kind, language, model);
    }

    @PostMapping("/goals")
    ModelAndView add(
            Tenant tenant,
            @ModelAttribute("form") GoalForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return saved(tenant, null, form, errors, changes::add, "goals.added", language, model, redirect);
    }

    @GetMapping("/goals/{id}/terms")
    String existing(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        var goal = goals.find(id).orElseThrow(Problem::notFound);
        model.addAttribute("form", GoalForm.of(goal, language));
        return page(tenant, goal, goal.kind(), language, model);
    }

    @PostMapping("/goals/{id}/terms")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute("form") GoalForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var goal = goals.find(id).orElseThrow(Problem::notFound);
        return saved(
                tenant,
                goal,
                form,
                errors,
                terms -> changes.change(id, form.basedOn(), terms),
                "goals.changed",
                language,
                model,
                redirect);
    }

    /** Saves, or shows the form as it was typed with what is wrong. */
    private ModelAndView saved(
            Tenant tenant,
            @Nullable Goal before,
            GoalForm form,
            BindingResult errors,
            Function<GoalTerms, Goal> save,
            String done,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var terms = form.read(errors, language);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (terms != null) {
            try {
                var goal = save.apply(terms);
                Notice.success(done, goal.title()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/goals/" + goal.id());
            } catch (Problem problem) {
                GoalForm.reject(problem, errors);
                status = HttpStatus.valueOf(problem.kind().status());
            }
        }
        if (status == HttpStatus.CONFLICT && before != null) {
            // Whoever saves once more has been told, and knows what they replace.
            model.addAttribute("lockVersion", before.lockVersion());
            model.addAttribute("overtaken", "/" + tenant.slug() + "/goals/" + before.id());
        }
        var kind = form.chosen() == null ? GoalKind.RELATIVE : form.chosen();
        return new ModelAndView(page(tenant, before, kind, language, model), model.asMap(), status);
    }

    @PostMapping("/goals/{id}/archive")
    String archive(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        Notice.success("goals.archived", changes.archive(id).title()).on(redirect);
        return "redirect:/" + tenant.slug() + "/goals/" + id;
    }

    @PostMapping("/goals/{id}/archive/removal")
    String restore(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        Notice.success("goals.restored", changes.restore(id).title()).on(redirect);
        return "redirect:/" + tenant.slug() + "/goals/" + id;
    }

    /** Asks first. */
    @GetMapping("/goals/{id}/removal")
    String ask(Tenant tenant, @PathVariable UUID id, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("goal", goals.find(id).orElseThrow(Problem::notFound));
        return "goals/removal";
    }

    @PostMapping("/goals/{id}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        var goal = goals.find(id).orElseThrow(Problem::notFound);
        try {
            changes.remove(id);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return "redirect:/" + tenant.slug() + "/goals/" + id;
        }
        Notice.success("goals.removed", goal.title()).on(redirect);
        return "redirect:/" + tenant.slug() + "/goals";
    }

    private String page(Tenant tenant, @Nullable Goal goal, GoalKind kind, Locale language, Model model) {
        var choices = new GoalChoices(figures.overview().catalogue(), words.in(language, tenant.defaultLanguage()));
        model.addAttribute("tenant", tenant);
        model.addAttribute("goal", goal);
        model.addAttribute("kind", kind);
        model.addAttribute("fields", fields.tree().choices());
        model.addAttribute("measures", choices.measures());
        model.addAttribute("divisors", choices.divisors());
        model.addAttribute(
                "action", "/" + tenant.slug() + (goal == null ? "/goals" : "/goals/" + goal.id() + "/terms"));
        model.addAttribute("crumbs", crumbs(tenant, goal, language));
        return "goals/form";
    }

    private List<Crumb> crumbs(Tenant tenant, @Nullable Goal goal, Locale language) {
        var all = "/" + tenant.slug() + "/goals";
        var crumbs = new ArrayList<>(List.of(new Crumb(messages.getMessage("goals.title", null, language), all)));
        if (goal != null) {
            crumbs.add(new Crumb(goal.title(), all + "/" + goal.id()));
        }
        return crumbs;
    }
}
