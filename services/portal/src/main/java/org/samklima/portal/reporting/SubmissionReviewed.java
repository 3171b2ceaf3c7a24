package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A {@link Review} lies on the members' shelf. Published by whoever put it there.
 *
 * @param tenantId the member that submitted
 * @param networkId the association that reviewed
 * @param version of the submission
 */
public record SubmissionReviewed(UUID tenantId, UUID networkId, UUID roundId, int version) implements TenantEvent {}
