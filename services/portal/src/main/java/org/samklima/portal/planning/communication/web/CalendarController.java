package org.samklima.portal.planning.communication.web;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.communication.CalendarAddresses;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own calendar address: shown once, replaced, switched off. */
@TenantController
@Allowed
class CalendarController {

    private final CalendarAddresses addresses;
    private final MessageSource messages;
    private final String portal;

    CalendarController(
            CalendarAddresses addresses, MessageSource messages, @Value("${samklima.portal-url}") String portal) {
        this.addresses = addresses;
        this.messages = messages;
        this.portal = portal;
    }

    @GetMapping("/communication/calendar")
    String show(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("address", addresses.of(person(actor)).orElse(null));
        model.addAttribute("crumbs", CommunicationController.crumbs(tenant, messages, language));
        return "communication/calendar";
    }

    /** Answers with the page itself: a redirect would have to keep the secret somewhere on the way. */
    @PostMapping("/communication/calendar")
    String renew(
            Tenant tenant,
            Actor actor,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            Model model) {
        model.addAttribute("shown", address(portal, tenant, addresses.renew(person(actor), all)));
        return show(tenant, actor, language, model);
    }

    @PostMapping("/communication/calendar/removal")
    String switchOff(Tenant tenant, Actor actor, RedirectAttributes redirect) {
        addresses.switchOff(person(actor));
        Notice.success("communication.calendar.switched-off").on(redirect);
        return "redirect:/" + tenant.slug() + "/communication/calendar";
    }

    static String address(String portal, Tenant tenant, String token) {
        return portal + CalendarFeed.PATH + "/" + tenant.id() + "/" + token + ".ics";
    }

    private static UUID person(Actor actor) {
        return Objects.requireNonNull(actor.id());
    }
}
