package org.samklima.portal.network;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A tenant has become a member, or has become one again: its first day has begun.
 *
 * @param tenantId the association
 * @param memberId the member's tenant
 */
public record MemberAdded(UUID tenantId, UUID memberId) implements TenantEvent {}
