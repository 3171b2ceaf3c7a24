package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * Members can report.
 *
 * @param tenantId the association
 */
record RoundOpened(UUID tenantId, UUID roundId) implements TenantEvent {}
