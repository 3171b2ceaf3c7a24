/**
 * Runs the real Keycloak server on this machine, with our realm: for the standalone system and for tests. Nothing in a
 * deployed service uses it.
 *
 * <p>A {@link org.samklima.keycloak.server.KeycloakProgram} is unpacked and built once; a {@link
 * org.samklima.keycloak.server.KeycloakServer} is one server of it, with a home folder of its own.
 */
@NullMarked
package org.samklima.keycloak.server;

import org.jspecify.annotations.NullMarked;
