package org.samklima.keycloak;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is, and how the portal proves itself to it.
 *
 * @param issuer the realm as people's browsers reach it, and as tokens name it: {@code https://id.example.org/realms/samklima}
 * @param backchannel the same realm as the portal reaches it, where that is another address (inside a cluster); else the issuer
 * @param portalUrl the portal as people's browsers reach it; invitations lead there
 * @param portalSecret secret of the client {@value Realm#PORTAL_CLIENT}
 * @param adminSecret secret of the client {@value Realm#ADMIN_CLIENT}
 * @param connectTimeout how long to wait for a connection to Keycloak
 * @param readTimeout how long to wait for its answer
 * @param accountBelieved how long a session goes on before Keycloak is asked again whether its person may stay
 */
@ConfigurationProperties("samklima.identity")
record IdentityProperties(
        URI issuer,
        @Nullable URI backchannel,
        URI portalUrl,
        String portalSecret,
        String adminSecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("5m") Duration accountBelieved) {

    public IdentityProperties {
        required(issuer, "issuer");
        required(portalUrl, "portal-url");
        required(portalSecret, "portal-secret");
        required(adminSecret, "admin-secret");
    }

    Realm realm() {
        return new Realm(issuer, backchannel == null ? issuer : backchannel);
    }

    private static void required(@Nullable Object value, String name) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("The property samklima.identity." + name + " is missing");
        }
    }
}
