package org.samklima.keycloak;

/**
 * Somebody did not get in with their browser.
 *
 * @param keycloakAway because Keycloak did not answer; else the attempt was stale, cancelled or refused
 */
public record SignInRefused(boolean keycloakAway) {}
