package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * An association has granted more time in a round, to one member or to all.
 *
 * @param tenantId the association
 */
record ExtensionGranted(UUID tenantId, UUID roundId, UUID extensionId) implements TenantEvent {}
