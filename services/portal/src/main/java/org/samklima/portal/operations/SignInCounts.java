package org.samklima.portal.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.samklima.keycloak.SignInRefused;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Counts who came in by the browser, and who did not. */
@Component
class SignInCounts {

    private final Counter succeeded;
    private final Counter failed;
    private final Counter unavailable;

    SignInCounts(MeterRegistry metrics) {
        succeeded = counter(metrics, "succeeded");
        failed = counter(metrics, "failed");
        unavailable = counter(metrics, "unavailable");
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        succeeded.increment();
    }

    @EventListener
    void on(SignInRefused event) {
        (event.keycloakAway() ? unavailable : failed).increment();
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("samklima.sign.ins")
                .description("Sign-ins with the browser")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
