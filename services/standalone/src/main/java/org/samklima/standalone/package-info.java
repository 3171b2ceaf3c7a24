/**
 * The whole system on one machine: embedded PostgreSQL, the real Keycloak, portal, overview, a mail catcher and a living
 * demonstration network. Everything listens on loopback only. For looking, trying and developing; not for real use.
 */
@NullMarked
package org.samklima.standalone;

import org.jspecify.annotations.NullMarked;
