package org.samklima.keycloak.server;

import java.net.URI;
import java.util.Map;

/**
 * What {@code realm/samklima-realm.json} leaves open, read by Keycloak from its environment when it imports the realm.
 *
 * @param portal the portal as browsers reach it
 * @param portalSecret secret of the client that signs people in
 * @param adminSecret secret of the client that creates organisations
 * @param smtpPort where a mail server listens on loopback
 * @param inventedPeople whether scripts may trade a person's password for a token, and operators need no second factor
 */
public record RealmSettings(URI portal, String portalSecret, String adminSecret, int smtpPort, boolean inventedPeople) {

    Map<String, String> environment() {
        return Map.of(
                "SAMKLIMA_PORTAL_URL",
                portal.toString(),
                "SAMKLIMA_PORTAL_SECRET",
                portalSecret,
                "SAMKLIMA_ADMIN_SECRET",
                adminSecret,
                "SAMKLIMA_SMTP_HOST",
                "127.0.0.1",
                "SAMKLIMA_SMTP_PORT",
                Integer.toString(smtpPort),
                "SAMKLIMA_MAIL_FROM",
                "no-reply@samklima.example",
                "SAMKLIMA_SCRIPTS_PASSWORD_GRANT",
                Boolean.toString(inventedPeople),
                "SAMKLIMA_OPERATORS_SECOND_FACTOR",
                inventedPeople ? "DISABLED" : "CONDITIONAL");
    }

    @Override
    public String toString() {
        return "RealmSettings[portal=" + portal + "]";
    }
}
