package org.samklima.portal.network;

import java.util.List;
import java.util.Locale;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.Tenants;
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

/** One member of the network, and adding one from the directory of tenants. */
@TenantController
@Allowed({Role.STAFF, Role.BOARD})
class MemberController {

    /** Whoever sees more names than this writes another letter. */
    private static final int FOUND_AT_MOST = 50;

    private final Members members;
    private final Memberships memberships;
    private final Tenants tenants;
    private final MessageSource messages;

    MemberController(Members members, Memberships memberships, Tenants tenants, MessageSource messages) {
        this.members = members;
        this.memberships = memberships;
        this.tenants = tenants;
        this.messages = messages;
    }

    @GetMapping("/member-candidates")
    @Allowed(Role.STAFF)
    String search(Tenant tenant, @RequestParam(defaultValue = "") String q, Locale language, Model model) {
        var found = q.isBlank() ? List.<Tenant>of() : tenants.search(q);
        var today = members.today();
        model.addAttribute("tenant", tenant);
        model.addAttribute("q", q);
        model.addAttribute("found", found.stream().limit(FOUND_AT_MOST).toList());
        model.addAttribute("more", found.size() > FOUND_AT_MOST);
        model.addAttribute(
                "present",
                members.all().stream()
                        .filter(member -> !member.hasLeft(today))
                        .map(Member::id)
                        .toList());
        model.addAttribute("crumbs", crumbs(tenant, language));
        return "network/add";
    }

    @PostMapping("/members")
    @Allowed(Role.STAFF)
    String add(Tenant tenant, @RequestParam String member, RedirectAttributes redirect) {
        var added = tenants.bySlug(member).orElseThrow(Problem::notFound);
        try {
            memberships.add(added, new Memberships.Terms(null, members.today(), null));
            Notice.success("network.added", added.name()).on(redirect);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return "redirect:/" + tenant.slug() + "/member-candidates";
        }
        return "redirect:/" + tenant.slug() + "/members/" + added.slug();
    }

    @GetMapping("/members/{member}")
    String show(Tenant tenant, Actor actor, @PathVariable String member, Locale language, Model model) {
        var shown = member(member);
        return page(tenant, actor, shown, MemberForm.of(shown), language, model);
    }

    @PostMapping("/members/{member}")
    @Allowed(Role.STAFF)
    ModelAndView change(
            Tenant tenant,
            Actor actor,
            @PathVariable String member,
            @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var changed = member(member);
        if (!errors.hasErrors()) {
            try {
                memberships.change(changed.id(), form.toTerms(changed.since()));
                Notice.success("network.changed", changed.name()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/members/" + changed.slug());
            } catch (Problem problem) {
                errors.rejectValue("until", problem.messageKey(), problem.arguments(), null);
            }
        }
        return new ModelAndView(
                page(tenant, actor, changed, form, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Member member(String slug) {
        return tenants.bySlug(slug).flatMap(found -> members.find(found.id())).orElseThrow(Problem::notFound);
    }

    private String page(Tenant tenant, Actor actor, Member member, MemberForm form, Locale language, Model model) {
        var groups = GroupNames.in(language, members.peerGroups(), tenant);
        model.addAttribute("tenant", tenant);
        model.addAttribute("mayChange", actor.has(Role.STAFF));
        model.addAttribute("member", member);
        model.addAttribute("today", members.today());
        model.addAttribute("group", groups.get(member.peerGroup()));
        model.addAttribute("form", form);
        model.addAttribute(
                "groups",
                groups.entrySet().stream()
                        .map(group -> Choice.of(group.getKey(), group.getValue()))
                        .toList());
        model.addAttribute("crumbs", crumbs(tenant, language));
        return "network/member";
    }

    private List<Crumb> crumbs(Tenant tenant, Locale language) {
        return List.of(
                new Crumb(messages.getMessage("network.members", null, language), "/" + tenant.slug() + "/members"));
    }
}
