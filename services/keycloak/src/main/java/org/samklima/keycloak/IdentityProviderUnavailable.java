package org.samklima.keycloak;

/** Keycloak does not answer, or not in time. Nothing is known to have been changed; trying again later is safe. */
public class IdentityProviderUnavailable extends RuntimeException {

    IdentityProviderUnavailable(String attempted, Throwable cause) {
        super("Keycloak is unavailable: " + attempted, cause);
    }
}
