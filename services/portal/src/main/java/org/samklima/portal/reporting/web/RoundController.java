package org.samklima.portal.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Extension;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.TenantKind;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An association's rounds, and what happens to one from its plan to its closing. */
@TenantController
@Allowed({Role.STAFF, Role.MANAGER})
class RoundController {

    private final Rounds rounds;
    private final Members members;
    private final Forms forms;
    private final Clock clock;

    RoundController(Rounds rounds, Members members, Forms forms, Clock clock) {
        this.rounds = rounds;
        this.members = members;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param member the name of whom it is for; null for all */
    record ExtensionLine(Extension extension, @Nullable String member, LocalDate grantedOn) {}

    @GetMapping("/rounds")
    @Allowed({Role.STAFF, Role.MANAGER, Role.BOARD})
    @InNavigation(value = "reporting.navigation.rounds", order = 20, kinds = TenantKind.ASSOCIATION)
    String all(Tenant tenant, Actor actor, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("rounds", rounds.all());
        model.addAttribute("mayPlan", mayPlan(actor));
        return "reporting/rounds";
    }

    @GetMapping("/rounds/{id}")
    @Allowed({Role.STAFF, Role.MANAGER, Role.BOARD})
    String show(Tenant tenant, Actor actor, @PathVariable UUID id, Model model) {
        var round = rounds.get(id);
        var names = members.all().stream().collect(Collectors.toMap(Member::id, Member::name));
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", round);
        model.addAttribute("form", forms.get(round.formId(), round.formVersion()));
        model.addAttribute("deadline", round.deadline(tenant.timeZone()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("extensions", extensions(tenant, id, names));
        model.addAttribute("members", members.present());
        model.addAttribute("mayPlan", mayPlan(actor));
        return "reporting/round";
    }

    @PostMapping("/rounds/{id}/opening")
    ModelAndView open(Tenant tenant, Actor actor, @PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return tried(tenant, actor, id, model, redirect, "reporting.round.opened.done", () -> rounds.open(id));
    }

    @GetMapping("/rounds/{id}/closing")
    String askToClose(Tenant tenant, @PathVariable UUID id, Model model) {
        return sure(tenant, id, "closing", "reporting.round.close", model);
    }

    @PostMapping("/rounds/{id}/closing")
    ModelAndView close(Tenant tenant, Actor actor, @PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return tried(tenant, actor, id, model, redirect, "reporting.round.closed.done", () -> rounds.close(id));
    }

    @GetMapping("/rounds/{id}/removal")
    String askToDrop(Tenant tenant, @PathVariable UUID id, Model model) {
        return sure(tenant, id, "removal", "reporting.round.drop", model);
    }

    @PostMapping("/rounds/{id}/removal")
    String drop(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        rounds.drop(id);
        Notice.success("reporting.round.dropped.done").on(redirect);
        return "redirect:/" + tenant.slug() + "/rounds";
    }

    /** For all, or for one member; what was typed comes back, if it cannot be. */
    @PostMapping("/rounds/{id}/extensions")
    ModelAndView extend(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "") String deadline,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("typedMember", member == null ? "" : member.toString());
        model.addAttribute("typedDeadline", deadline);
        model.addAttribute("typedReason", reason);
        return tried(tenant, actor, id, model, redirect, "reporting.extension.done", () -> {
            if (member != null) {
                rounds.extendFor(id, member, day(deadline), reason);
            } else if (rounds.get(id).is(RoundState.CLOSED)) {
                throw Problem.invalid("reporting.extension.whom-missing");
            } else {
                rounds.extend(id, day(deadline), reason);
            }
        });
    }

    private ModelAndView tried(
            Tenant tenant,
            Actor actor,
            UUID id,
            Model model,
            RedirectAttributes redirect,
            String done,
            Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            model.addAttribute("problem", problem);
            return new ModelAndView(
                    show(tenant, actor, id, model),
                    model.asMap(),
                    HttpStatus.valueOf(problem.kind().status()));
        }
        Notice.success(done).on(redirect);
        return new ModelAndView("redirect:/" + tenant.slug() + "/rounds/" + id);
    }

    private String sure(Tenant tenant, UUID id, String what, String key, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", rounds.get(id));
        model.addAttribute("action", "/" + tenant.slug() + "/rounds/" + id + "/" + what);
        model.addAttribute("question", key + ".question");
        model.addAttribute("text", key + ".text");
        model.addAttribute("button", key);
        return "reporting/sure";
    }

    private List<ExtensionLine> extensions(Tenant tenant, UUID id, Map<UUID, String> names) {
        return rounds.extensions(id).stream()
                .map(extension -> new ExtensionLine(
                        extension,
                        extension.memberId() == null ? null : names.get(extension.memberId()),
                        tenant.dayOf(extension.grantedAt())))
                .toList();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw Problem.invalid("reporting.plan.not-a-day");
        }
    }

    private static boolean mayPlan(Actor actor) {
        return actor.has(Role.STAFF, Role.MANAGER);
    }
}
