package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A round waits for the report of one member.
 *
 * @param tenantId the member
 * @param networkId the association whose round it is
 */
public record ReportAwaited(UUID tenantId, UUID networkId, UUID roundId) implements TenantEvent {}
