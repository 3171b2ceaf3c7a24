package org.samklima.portal.publication;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A version of an edition stands on the public shelf no more.
 *
 * @param tenantId the network
 */
record EditionWithdrawn(UUID tenantId, int year, int version) implements TenantEvent {}
