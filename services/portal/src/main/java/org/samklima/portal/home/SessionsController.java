package org.samklima.portal.home;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.samklima.keycloak.Accounts;
import org.samklima.keycloak.IdentityProviderUnavailable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.springframework.security.core.Authentication;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody is signed in, and how they end it everywhere: after a computer was lost, or a stranger used it. */
@Controller
class SessionsController {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Accounts accounts;
    private final MyTenants myTenants;

    SessionsController(
            FindByIndexNameSessionRepository<? extends Session> sessions, Accounts accounts, MyTenants myTenants) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.myTenants = myTenants;
    }

    /** @param here whether it is the one that shows the page */
    record Line(Instant since, Instant lastUsed, boolean here) {}

    @GetMapping("/me/sessions")
    String list(Authentication authentication, HttpSession session, Model model) {
        model.addAttribute("sessions", lines(authentication, session));
        model.addAttribute("zone", zone(authentication));
        return "home/sessions";
    }

    /** Ours first: they end whether Keycloak answers or not. */
    @PostMapping("/me/sessions/ending")
    String endAll(Authentication authentication, HttpServletRequest request) throws ServletException {
        request.logout();
        sessions.findByPrincipalName(authentication.getName()).keySet().forEach(sessions::deleteById);
        try {
            accounts.signOutEverywhere(SignedIn.of(authentication).person());
            return "redirect:/";
        } catch (IdentityProviderUnavailable _) {
            return "redirect:/sign-in-unavailable?signed-out";
        }
    }

    private List<Line> lines(Authentication authentication, HttpSession session) {
        return sessions.findByPrincipalName(authentication.getName()).values().stream()
                .filter(each -> !each.isExpired())
                .map(each -> new Line(
                        each.getCreationTime(),
                        each.getLastAccessedTime(),
                        each.getId().equals(session.getId())))
                .sorted(Comparator.comparing(Line::lastUsed).reversed())
                .toList();
    }

    private ZoneId zone(Authentication authentication) {
        return myTenants.of(SignedIn.of(authentication).person()).stream()
                .map(workplace -> workplace.tenant().timeZone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
