package org.samklima.portal.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells the log who was refused what, by Keycloak's id and the route's pattern: an id leads to nobody without Keycloak. The same once a
 * minute, however often it is tried. Whoever is not signed in is asked to, and is no matter of this.
 */
@Component
class RefusedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<Refusal, Boolean> lately =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ONCE_IN).build();

    private record Refusal(String person, String what) {}

    /** Somebody of the bound tenant without the role that a route wants. */
    void lacksRole(Actor actor, HttpServletRequest request) {
        tell(
                String.valueOf(actor.id()),
                request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                "role");
    }

    /** Somebody who does not belong to a tenant that is there. */
    void isStranger(Authentication person, UUID tenant) {
        tell(person.getName(), "tenant " + tenant, "no member");
    }

    @EventListener
    void on(AuthorizationDeniedEvent<?> denied) {
        var person = denied.getAuthentication().get();
        if (person != null
                && !(person instanceof AnonymousAuthenticationToken)
                && denied.getObject() instanceof HttpServletRequest request) {
            tell(person.getName(), request.getMethod() + " of the operator", "role");
        }
    }

    private void tell(String person, String what, String why) {
        if (lately.asMap().putIfAbsent(new Refusal(person, what), true) == null) {
            LOG.info("Refused to {}: {} ({})", person, what, why);
        }
    }
}
