package org.samklima.portal.planning.activities;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.forms.TypedInput;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing in an activity's log: one page, made for a phone. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
class LogController {

    private final Activities activities;
    private final ActivityLog log;
    private final LogChoices choices;
    private final ActivityWords words;

    LogController(Activities activities, ActivityLog log, LogChoices choices, ActivityWords words) {
        this.activities = activities;
        this.log = log;
        this.choices = choices;
        this.words = words;
    }

    /** The activity is chosen on the page: one's own first. */
    @GetMapping("/activities/log")
    String blank(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("form", LogForm.blank(activities.today(), null));
        return page(tenant, actor, null, language, model);
    }

    @PostMapping("/activities/log")
    ModelAndView write(
            Tenant tenant,
            Actor actor,
            @ModelAttribute("form") LogForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var id = TypedInput.id(TypedInput.written(form.activity()));
        var activity = id == null ? null : activities.find(id).orElse(null);
        if (activity == null) {
            errors.rejectValue("activity", "activities.flaw.log-activity");
        }
        return written(tenant, actor, activity, false, form, errors, picture, files, language, model, redirect);
    }

    @GetMapping("/activities/{id}/log")
    String blank(Tenant tenant, Actor actor, @PathVariable UUID id, Locale language, Model model) {
        var activity = activities.get(id);
        model.addAttribute("form", LogForm.blank(activities.today(), id));
        return page(tenant, actor, activity, language, model);
    }

    @PostMapping("/activities/{id}/log")
    ModelAndView write(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") LogForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var activity = activities.get(id);
        return written(tenant, actor, activity, true, form, errors, picture, files, language, model, redirect);
    }

    private ModelAndView written(
            Tenant tenant,
            Actor actor,
            @Nullable Activity activity,
            boolean fixed,
            LogForm form,
            BindingResult errors,
            @Nullable MultipartFile picture,
            @Nullable List<MultipartFile> files,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var note = form.read(errors, language);
        var uploads = LogUploads.read(picture, files, errors);
        var status = uploads.status();
        if (!errors.hasErrors() && activity != null) {
            try {
                var entry = log.write(activity.id(), note, form.newStatus(), uploads.files());
                Notice.success("activities.log.written", activity.title()).on(redirect);
                return new ModelAndView(
                        "redirect:/" + tenant.slug() + "/activities/" + activity.id() + "#log-" + entry.id());
            } catch (InvalidInput invalid) {
                invalid.reject(errors);
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                errors.rejectValue("status", problem.messageKey(), problem.arguments(), null);
                status = HttpStatusCode.valueOf(problem.kind().status());
            }
        }
        model.addAttribute("chooseAgain", uploads.any());
        return new ModelAndView(page(tenant, actor, fixed ? activity : null, language, model), model.asMap(), status);
    }

    private String page(Tenant tenant, Actor actor, @Nullable Activity activity, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("activity", activity);
        var likely = activity == null ? choices.of(actor) : List.<Choice>of();
        model.addAttribute("choices", likely.stream().limit(LogChoices.MOST).toList());
        model.addAttribute("more", likely.size() > LogChoices.MOST);
        model.addAttribute(
                "statuses",
                words.unchangedOr(
                        activity == null
                                ? List.of(ActivityStatus.values())
                                : activity.status().next(),
                        language));
        model.addAttribute(
                "action", "/" + tenant.slug() + "/activities" + (activity == null ? "" : "/" + activity.id()) + "/log");
        model.addAttribute(
                "crumbs", activity == null ? words.crumbs(tenant, language) : words.crumbs(tenant, language, activity));
        return "activities/log";
    }
}
