package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A member has more time for its report. What it was granted is on the members' shelf, as a {@link MoreTime}.
 *
 * @param tenantId the member
 * @param networkId the association whose round it is
 */
public record DeadlineExtended(UUID tenantId, UUID networkId, UUID roundId, UUID extensionId) implements TenantEvent {}
