package org.samklima.portal.planning.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Pagination;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An activity's page, and what is done on it with one press of a button. */
@TenantController
@Allowed
class ActivityController {

    private static final int ENTRIES = 20;

    private final Activities activities;
    private final ActivityLog log;
    private final ActivityWords words;

    ActivityController(Activities activities, ActivityLog log, ActivityWords words) {
        this.activities = activities;
        this.log = log;
        this.words = words;
    }

    @GetMapping("/activities/{id}")
    String show(Tenant tenant, Actor actor, @PathVariable UUID id, PageAddress address, Locale language, Model model) {
        var activity = activities.get(id);
        var around = activities.names();
        var all = log.newest(id, 0, ENTRIES);
        var pagination = Pagination.of(address, ENTRIES, all.total());
        var entries = pagination.page() == 1
                ? all.entries()
                : log.newest(id, pagination.offset(), ENTRIES).entries();
        model.addAttribute("tenant", tenant);
        model.addAttribute("actor", actor);
        model.addAttribute("mayChange", actor.has(Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR));
        model.addAttribute("mayRemove", actor.has(Role.COORDINATOR, Role.STAFF));
        model.addAttribute("activity", activity);
        model.addAttribute("plan", activity.plan());
        model.addAttribute("around", around);
        model.addAttribute("lateSince", activity.lateSince(around.today()));
        model.addAttribute("currency", ActivityWords.currencyOf(tenant));
        model.addAttribute("sums", BudgetSums.of(activity.plan().budget()));
        model.addAttribute("next", words.statuses(activity.status().next(), language));
        model.addAttribute("entries", entries);
        model.addAttribute("pagination", pagination);
        model.addAttribute("files", log.filesOf(id));
        model.addAttribute("crumbs", words.crumbs(tenant, language));
        return "activities/activity";
    }

    @PostMapping("/activities/{id}/status")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ModelAndView become(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam ActivityStatus status,
            PageAddress address,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return tried(
                tenant,
                actor,
                id,
                "activities.status.changed",
                address,
                language,
                model,
                redirect,
                () -> activities.become(id, status));
    }

    @PostMapping("/activities/{id}/milestones/{milestone}/reached")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ModelAndView reach(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @RequestParam(required = false) @Nullable LocalDate on,
            PageAddress address,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return tried(
                tenant,
                actor,
                id,
                "activities.milestone.noted",
                address,
                language,
                model,
                redirect,
                () -> activities.reach(id, milestone, on == null ? activities.today() : on));
    }

    @PostMapping("/activities/{id}/milestones/{milestone}/reached/removal")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ModelAndView reopen(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            PageAddress address,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return tried(
                tenant,
                actor,
                id,
                "activities.milestone.open-again",
                address,
                language,
                model,
                redirect,
                () -> activities.reopen(id, milestone));
    }

    @PostMapping("/activities/{id}/files")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ModelAndView attach(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            PageAddress address,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return tried(tenant, actor, id, "activities.file.attached", address, language, model, redirect, () -> {
            var checked = (files == null ? List.<MultipartFile>of() : files)
                    .stream().flatMap(file -> CheckedFile.of(file).stream()).toList();
            if (checked.isEmpty()) {
                throw Problem.invalid("activities.file.none");
            }
            log.attach(id, checked);
        });
    }

    /** Asks first. */
    @GetMapping("/activities/{id}/files/{file}/removal")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    String askToDetach(Tenant tenant, @PathVariable UUID id, @PathVariable UUID file, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("activity", activities.get(id));
        model.addAttribute(
                "file",
                log.filesOf(id).stream()
                        .filter(one -> one.id().equals(file))
                        .findFirst()
                        .orElseThrow(Problem::notFound));
        return "activities/file-removal";
    }

    @PostMapping("/activities/{id}/files/{file}/removal")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    String detach(Tenant tenant, @PathVariable UUID id, @PathVariable UUID file, RedirectAttributes redirect) {
        log.detach(id, file);
        Notice.success("activities.file.removed").on(redirect);
        return back(tenant, id);
    }

    /** Asks first. */
    @GetMapping("/activities/{id}/removal")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    String ask(Tenant tenant, @PathVariable UUID id, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("activity", activities.get(id));
        return "activities/removal";
    }

    @PostMapping("/activities/{id}/removal")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        var title = activities.get(id).title();
        try {
            activities.remove(id);
        } catch (Problem referredTo) {
            Notice.error(referredTo.messageKey(), referredTo.argumentTexts()).on(redirect);
            return back(tenant, id);
        }
        Notice.success("activities.removed", title).on(redirect);
        return "redirect:/" + tenant.slug() + "/activities";
    }

    /** Does it and shows the page anew; or says on the page why it was not done. */
    private ModelAndView tried(
            Tenant tenant,
            Actor actor,
            UUID id,
            String done,
            PageAddress address,
            Locale language,
            Model model,
            RedirectAttributes redirect,
            Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            model.addAttribute("problem", problem);
            return new ModelAndView(
                    show(tenant, actor, id, address, language, model),
                    model.asMap(),
                    HttpStatusCode.valueOf(problem.kind().status()));
        }
        Notice.success(done).on(redirect);
        return new ModelAndView(back(tenant, id));
    }

    private static String back(Tenant tenant, UUID id) {
        return "redirect:/" + tenant.slug() + "/activities/" + id;
    }
}
