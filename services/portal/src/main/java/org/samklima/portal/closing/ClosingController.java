package org.samklima.portal.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.samklima.keycloak.SignedIn;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantClosings;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager asks for their tenant to be closed. */
@TenantController
@Allowed(Role.MANAGER)
class ClosingController {

    private final Closings closings;
    private final TenantClosings tenants;
    private final MessageSource messages;

    ClosingController(Closings closings, TenantClosings tenants, MessageSource messages) {
        this.closings = closings;
        this.tenants = tenants;
        this.messages = messages;
    }

    @GetMapping("/closing")
    String show(Tenant tenant, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(
                        messages.getMessage("archive.title", null, language), "/" + tenant.slug() + "/archives")));
        model.addAttribute("closing", tenants.closing(tenant.id()));
        return "closing/tenant";
    }

    @PostMapping("/closing")
    String ask(Tenant tenant, RedirectAttributes redirect) {
        closings.ask();
        Notice.success("closing.asked").on(redirect);
        return "redirect:/" + tenant.slug() + "/closing";
    }

    @PostMapping("/closing/withdrawal")
    String takeBack(Tenant tenant, RedirectAttributes redirect) {
        closings.takeBack();
        Notice.success("closing.taken-back").on(redirect);
        return "redirect:/" + tenant.slug() + "/closing";
    }

    /** The operator closes a tenant and opens it again. */
    @Controller
    static class OfOperator {

        private final Closings closings;
        private final Tenants tenants;
        private final TenantClosings leaving;
        private final ClosingProperties properties;
        private final MessageSource messages;
        private final Clock clock;

        OfOperator(
                Closings closings,
                Tenants tenants,
                TenantClosings leaving,
                ClosingProperties properties,
                MessageSource messages,
                Clock clock) {
            this.closings = closings;
            this.tenants = tenants;
            this.leaving = leaving;
            this.properties = properties;
            this.messages = messages;
            this.clock = clock;
        }

        @GetMapping("/operator/tenants/{slug}/closing")
        String show(@PathVariable String slug, Locale language, Model model) {
            var tenant = tenant(slug);
            model.addAttribute("tenant", tenant);
            model.addAttribute("closing", leaving.closing(tenant.id()));
            model.addAttribute("proposed", tenant.dayOf(clock.instant()).plus(properties.timeToComeBack()));
            model.addAttribute(
                    "crumbs",
                    List.of(
                            new Crumb(messages.getMessage("operator.tenants", null, language), "/operator/tenants"),
                            new Crumb(tenant.name(), "/operator/tenants/" + slug)));
            return "closing/operator";
        }

        @PostMapping("/operator/tenants/{slug}/closing")
        String close(
                @PathVariable String slug,
                @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate eraseOn,
                Authentication operator,
                RedirectAttributes redirect) {
            return tried(slug, redirect, "closing.closed", tenant -> closings.close(tenant, eraseOn, actor(operator)));
        }

        @PostMapping("/operator/tenants/{slug}/reopening")
        String reopen(@PathVariable String slug, Authentication operator, RedirectAttributes redirect) {
            return tried(slug, redirect, "closing.reopened", tenant -> closings.reopen(tenant, actor(operator)));
        }

        private String tried(String slug, RedirectAttributes redirect, String done, Consumer<Tenant> change) {
            var tenant = tenant(slug);
            try {
                change.accept(tenant);
                Notice.success(done, tenant.name()).on(redirect);
            } catch (Problem problem) {
                Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            }
            return "redirect:/operator/tenants/" + slug + "/closing";
        }

        private Tenant tenant(String slug) {
            return tenants.bySlug(slug).orElseThrow(Problem::notFound);
        }

        private static Actor actor(Authentication operator) {
            var person = SignedIn.of(operator);
            return new Actor(person.person(), person.name(), Set.of());
        }
    }
}
