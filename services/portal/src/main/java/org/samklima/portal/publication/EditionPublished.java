package org.samklima.portal.publication;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * An edition stands on the public shelf.
 *
 * @param tenantId the network
 */
record EditionPublished(UUID tenantId, int year, int version) implements TenantEvent {}
