package org.samklima.portal.planning.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
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

/** Versions of the plan as they were adopted: freezing one, reading one, comparing it with another or with today. */
@TenantController
@Allowed
class PlanVersionsController {

    static final Role[] FREEZING = {Role.COORDINATOR, Role.STAFF};

    private final PlanVersions versions;
    private final PlanWords words;
    private final MessageSource messages;

    PlanVersionsController(PlanVersions versions, PlanWords words, MessageSource messages) {
        this.versions = versions;
        this.words = words;
        this.messages = messages;
    }

    /** A part of the plan in the reader's words. */
    private record Part(PlanItem item, List<PlanWords.Fact> facts) {}

    @GetMapping("/plan/versions")
    String all(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("occasion", new PlanVersions.Occasion(null, null, null, null));
        return list(tenant, actor, language, model);
    }

    private String list(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute(
                "above",
                List.of(new Crumb(
                        messages.getMessage("plan.kind.GOAL", null, language), "/" + tenant.slug() + "/goals")));
        model.addAttribute("tenant", tenant);
        model.addAttribute("versions", versions.all());
        model.addAttribute("parts", versions.today().size());
        model.addAttribute("mayFreeze", actor.has(FREEZING));
        return "plan/versions";
    }

    @PostMapping("/plan/versions")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    ModelAndView freeze(
            Tenant tenant,
            Actor actor,
            @ModelAttribute("occasion") PlanVersions.Occasion occasion,
            BindingResult typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!typed.hasErrors()) {
            try {
                int number = versions.freeze(occasion);
                Notice.success("plan.version.frozen", occasion.name()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/plan/versions/" + number);
            } catch (Problem problem) {
                typed.reject(problem.messageKey(), problem.arguments(), problem.messageKey());
            }
        }
        return new ModelAndView(list(tenant, actor, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/plan/versions/{number}")
    String one(Tenant tenant, @PathVariable int number, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("version", versions.find(number).orElseThrow(Problem::notFound));
        model.addAttribute("groups", groups(versions.content(number), language));
        model.addAttribute("crumbs", crumbs(tenant, language));
        return "plan/version";
    }

    /** @param with the later version to compare with; without it the plan as it is today */
    @GetMapping("/plan/versions/{number}/comparison")
    String compare(
            Tenant tenant,
            @PathVariable int number,
            @RequestParam @Nullable Integer with,
            Locale language,
            Model model) {
        var version = versions.find(number).orElseThrow(Problem::notFound);
        var later = with == null ? null : versions.find(with).orElseThrow(Problem::notFound);
        var comparison =
                PlanComparison.of(versions.content(number), with == null ? versions.today() : versions.content(with));
        var crumbs = new ArrayList<>(crumbs(tenant, language));
        crumbs.add(new Crumb(version.name(), "/" + tenant.slug() + "/plan/versions/" + number));
        model.addAttribute("tenant", tenant);
        model.addAttribute("version", version);
        model.addAttribute("later", later);
        model.addAttribute(
                "others",
                versions.all().stream().filter(other -> other.number() > number).toList());
        model.addAttribute("comparison", comparison);
        model.addAttribute(
                "changed",
                comparison.changed().stream()
                        .map(changed -> new Part(changed.item(), words.changes(changed.changes(), language)))
                        .toList());
        model.addAttribute("crumbs", crumbs);
        return "plan/comparison";
    }

    /** By kind, in the order of the kinds. */
    private Map<PlanItem.Kind, List<Part>> groups(List<PlanItem> items, Locale language) {
        var groups = new LinkedHashMap<PlanItem.Kind, List<Part>>();
        for (var kind : PlanItem.Kind.values()) {
            var parts = items.stream()
                    .filter(item -> item.kind() == kind)
                    .map(item -> new Part(item, words.facts(item, language)))
                    .toList();
            if (!parts.isEmpty()) {
                groups.put(kind, parts);
            }
        }
        return groups;
    }

    private List<Crumb> crumbs(Tenant tenant, Locale language) {
        return List.of(new Crumb(
                messages.getMessage("plan.versions", null, language), "/" + tenant.slug() + "/plan/versions"));
    }
}
