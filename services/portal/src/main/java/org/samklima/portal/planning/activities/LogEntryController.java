package org.samklima.portal.planning.activities;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
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

/** Putting an entry of a log right, and taking it away. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
class LogEntryController {

    private final Activities activities;
    private final ActivityLog log;
    private final ActivityWords words;

    LogEntryController(Activities activities, ActivityLog log, ActivityWords words) {
        this.activities = activities;
        this.log = log;
        this.words = words;
    }

    @GetMapping("/activities/{id}/log/{entry}")
    String existing(
            Tenant tenant, Actor actor, @PathVariable UUID id, @PathVariable UUID entry, Locale language, Model model) {
        var existing = log.get(id, entry);
        existing.requireChangeableBy(actor);
        model.addAttribute("form", LogForm.of(existing, language));
        return page(tenant, existing, language, model);
    }

    @PostMapping("/activities/{id}/log/{entry}")
    ModelAndView correct(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @ModelAttribute("form") LogForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var existing = log.get(id, entry);
        existing.requireChangeableBy(actor);
        var note = form.read(errors, language);
        var uploads = LogUploads.read(picture, files, errors);
        var status = uploads.status();
        if (!errors.hasErrors()) {
            try {
                log.correct(id, entry, form.seen(), note, uploads.files(), form.dropped());
                Notice.success("activities.log.corrected").on(redirect);
                return new ModelAndView(back(tenant, id) + "#log-" + entry);
            } catch (InvalidInput invalid) {
                invalid.reject(errors);
            } catch (OptimisticLockingFailureException overtaken) {
                // Whoever saves once more has been told, and knows what they replace.
                existing = log.get(id, entry);
                model.addAttribute("overtaken", existing);
                status = HttpStatus.CONFLICT;
            }
        }
        model.addAttribute("chooseAgain", uploads.any());
        return new ModelAndView(page(tenant, existing, language, model), model.asMap(), status);
    }

    /** Asks first. */
    @GetMapping("/activities/{id}/log/{entry}/removal")
    String ask(
            Tenant tenant, Actor actor, @PathVariable UUID id, @PathVariable UUID entry, Locale language, Model model) {
        var existing = log.get(id, entry);
        existing.requireChangeableBy(actor);
        model.addAttribute("tenant", tenant);
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("entry", existing);
        return "activities/entry-removal";
    }

    @PostMapping("/activities/{id}/log/{entry}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, @PathVariable UUID entry, RedirectAttributes redirect) {
        log.remove(id, entry);
        Notice.success("activities.log.removed").on(redirect);
        return back(tenant, id);
    }

    private String page(Tenant tenant, LogEntry entry, Locale language, Model model) {
        var activity = activities.find(entry.activityId()).orElseThrow(Problem::notFound);
        model.addAttribute("tenant", tenant);
        model.addAttribute("activity", activity);
        model.addAttribute("entry", entry);
        model.addAttribute("action", "/" + tenant.slug() + "/activities/" + activity.id() + "/log/" + entry.id());
        model.addAttribute("crumbs", words.crumbs(tenant, language, activity));
        return "activities/entry";
    }

    private static String back(Tenant tenant, UUID id) {
        return "redirect:/" + tenant.slug() + "/activities/" + id;
    }
}
