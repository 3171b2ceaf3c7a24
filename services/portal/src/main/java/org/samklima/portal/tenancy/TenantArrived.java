package org.samklima.portal.tenancy;

import java.util.UUID;

/** A tenant has come from another deployment with all its rows, and without the jobs that waited for it there. */
public record TenantArrived(UUID tenantId) implements TenantEvent {}
