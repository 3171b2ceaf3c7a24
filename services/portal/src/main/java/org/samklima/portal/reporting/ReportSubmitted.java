package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A report lies in a network's letterbox.
 *
 * @param tenantId the member that submitted
 */
public record ReportSubmitted(UUID tenantId, UUID networkId, UUID roundId, int version) implements TenantEvent {}
