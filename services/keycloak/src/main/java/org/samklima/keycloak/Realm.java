package org.samklima.keycloak;

import java.net.URI;

/**
 * The realm's names and addresses. They are fixed here instead of being discovered, so that the portal starts, and serves
 * those who are signed in, while Keycloak is away.
 */
record Realm(URI issuer, URI backchannel) {

    static final String PORTAL_CLIENT = "portal";
    static final String ADMIN_CLIENT = "samklima-admin";
    static final String API_AUDIENCE = "samklima-api";
    static final String OPERATOR_ROLE = "operator";
    /** The claim in which the realm's protocol mappers put a person's realm roles, in ID and access tokens alike. */
    static final String ROLES_CLAIM = "roles";

    private static final String REALMS = "/realms/";
    private static final String OPENID = "/protocol/openid-connect/";

    Realm {
        requireRealm(issuer);
        requireRealm(backchannel);
    }

    URI authorization() {
        return at(issuer, OPENID + "auth");
    }

    URI token() {
        return at(backchannel, OPENID + "token");
    }

    URI keys() {
        return at(backchannel, OPENID + "certs");
    }

    URI endSession() {
        return at(issuer, OPENID + "logout");
    }

    String name() {
        var address = issuer.toString();
        return address.substring(address.indexOf(REALMS) + REALMS.length());
    }

    /** The server that the admin API is called at. */
    URI server() {
        var address = backchannel.toString();
        return URI.create(address.substring(0, address.indexOf(REALMS)));
    }

    private static URI at(URI realm, String path) {
        return URI.create(realm + path);
    }

    private static void requireRealm(URI address) {
        if (!address.toString().contains(REALMS) || address.toString().endsWith("/")) {
            throw new IllegalArgumentException("Not the address of a Keycloak realm, …/realms/<name>: " + address);
        }
    }
}
