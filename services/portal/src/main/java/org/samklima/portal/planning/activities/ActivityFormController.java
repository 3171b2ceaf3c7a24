package org.samklima.portal.planning.activities;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.forms.TypedInput;
import org.samklima.portal.planning.goals.Goals;
import org.samklima.portal.planning.history.PlanWords;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding an activity, and changing what is planned of it. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
class ActivityFormController {

    private static final String FORM = "form";

    /** How many rows a press of the button makes room for. */
    private static final int MORE = 3;

    private final Activities activities;
    private final Goals goals;
    private final PlanWords planWords;
    private final ActivityWords words;

    ActivityFormController(Activities activities, Goals goals, PlanWords planWords, ActivityWords words) {
        this.activities = activities;
        this.goals = goals;
        this.planWords = planWords;
        this.words = words;
    }

    @GetMapping("/activities/new")
    String blank(
            Tenant tenant,
            Actor actor,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String goal,
            Locale language,
            Model model) {
        var form = ActivityForm.blank(field, goal, actor.id());
        return page(tenant, null, form, errorsOf(form), "", language, model);
    }

    @PostMapping("/activities")
    ModelAndView add(
            Tenant tenant,
            @ModelAttribute(FORM) ActivityForm form,
            @RequestParam(defaultValue = "") String more,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return saved(tenant, null, form, more, activities::add, "activities.added", language, model, redirect);
    }

    @GetMapping("/activities/{id}/plan")
    String existing(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        var activity = activities.get(id);
        var form = ActivityForm.of(activity, language);
        return page(tenant, activity, form, errorsOf(form), "", language, model);
    }

    @PostMapping("/activities/{id}/plan")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute(FORM) ActivityForm form,
            @RequestParam(defaultValue = "") String more,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return saved(
                tenant,
                activities.get(id),
                form,
                more,
                plan -> activities.change(id, form.seen(), plan),
                "activities.changed",
                language,
                model,
                redirect);
    }

    /**
     * Saves, or shows the form as it was typed with what is wrong.
     *
     * @param more which rows there shall be room for, instead of saving
     */
    private ModelAndView saved(
            Tenant tenant,
            @Nullable Activity before,
            ActivityForm typed,
            String more,
            Function<ActivityPlan, Activity> save,
            String done,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var form = typed.withoutBlankRows();
        var errors = errorsOf(form);
        if (!more.isEmpty()) {
            return new ModelAndView(page(tenant, before, form, errors, more, language, model), model.asMap());
        }
        HttpStatusCode status = HttpStatus.UNPROCESSABLE_CONTENT;
        var plan = form.read(errors, language);
        try {
            if (!errors.hasErrors()) {
                var activity = save.apply(plan);
                Notice.success(done, activity.title()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/activities/" + activity.id());
            }
        } catch (InvalidInput invalid) {
            invalid.reject(errors);
        } catch (OptimisticLockingFailureException overtaken) {
            // Whoever saves once more has been told, and knows what they replace.
            var theirs = activities.get(before == null ? UUID.randomUUID() : before.id());
            model.addAttribute("overtaken", differences(theirs, plan, language));
            model.addAttribute("version", theirs.version());
            status = HttpStatus.CONFLICT;
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            errors.reject(problem.messageKey(), problem.arguments(), null);
            status = HttpStatusCode.valueOf(problem.kind().status());
        }
        return new ModelAndView(page(tenant, before, form, errors, more, language, model), model.asMap(), status);
    }

    /** What is saved by now, and what was typed instead. */
    private List<PlanWords.Fact> differences(Activity theirs, ActivityPlan mine, Locale language) {
        var around = activities.surroundings();
        return planWords.differences(
                ActivityFacts.of(theirs, around), ActivityFacts.of(theirs.as(mine, around), around), language);
    }

    private static BindingResult errorsOf(ActivityForm form) {
        return new BeanPropertyBindingResult(form, FORM);
    }

    private String page(
            Tenant tenant,
            @Nullable Activity activity,
            ActivityForm form,
            BindingResult errors,
            String more,
            Locale language,
            Model model) {
        var around = activities.names();
        var roomy = form.withRoom(more.equals("budget") ? MORE : 1, more.equals("milestones") ? MORE : 1);
        var shown = new BeanPropertyBindingResult(roomy, FORM);
        errors.getAllErrors().forEach(shown::addError);
        model.addAttribute(FORM, roomy);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, shown);
        model.addAttribute("tenant", tenant);
        model.addAttribute("activity", activity);
        model.addAttribute("more", more);
        model.addAttribute(
                "milestonesShown", !ActivityForm.rows(form.milestones()).isEmpty());
        model.addAttribute("budgetShown", !ActivityForm.rows(form.budget()).isEmpty());
        model.addAttribute(
                "effectShown",
                !isBlank(form.effectTonnes(), form.effectAssumption())
                        || !ActivityForm.rows(form.coBenefits()).isEmpty());
        model.addAttribute(
                "moreShown", !isBlank(form.reference(), form.partners()) || Boolean.TRUE.equals(form.shownPublicly()));
        model.addAttribute("currency", ActivityWords.currencyOf(tenant));
        model.addAttribute("fields", ActivityWords.named(around.fields()));
        model.addAttribute("goals", ActivityWords.named(goals(activity)));
        model.addAttribute("people", ActivityWords.named(people(activity, around)));
        model.addAttribute("statuses", words.statuses(statuses(activity), language));
        model.addAttribute("benefits", words.benefits(language));
        model.addAttribute("kinds", words.budgetKinds(language));
        model.addAttribute(
                "action",
                "/" + tenant.slug() + "/activities" + (activity == null ? "" : "/" + activity.id() + "/plan"));
        model.addAttribute(
                "crumbs", activity == null ? words.crumbs(tenant, language) : words.crumbs(tenant, language, activity));
        return "activities/form";
    }

    private static boolean isBlank(@Nullable String... typed) {
        return Arrays.stream(typed).allMatch(TypedInput::isBlank);
    }

    private static List<ActivityStatus> statuses(@Nullable Activity activity) {
        return activity == null
                ? Arrays.asList(ActivityStatus.values())
                : activity.status().orNext();
    }

    /** Those that are pursued, and those that it serves already. */
    private Map<UUID, String> goals(@Nullable Activity activity) {
        var offered = goals.titles();
        var served = activity == null ? Set.<UUID>of() : activity.plan().goals();
        var pursued = goals.pursued();
        offered.keySet().removeIf(goal -> !pursued.contains(goal) && !served.contains(goal));
        return offered;
    }

    /** Whoever left can stay responsible where they are. */
    private static Map<UUID, String> people(@Nullable Activity activity, Surroundings around) {
        var people = new LinkedHashMap<>(around.people());
        if (activity != null && activity.plan().responsibleId() != null) {
            people.putIfAbsent(activity.plan().responsibleId(), activity.plan().responsible());
        }
        return people;
    }
}
