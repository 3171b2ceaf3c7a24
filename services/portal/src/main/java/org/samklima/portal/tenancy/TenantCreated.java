package org.samklima.portal.tenancy;

import java.util.UUID;

/** A tenant is in the directory now. */
public record TenantCreated(UUID tenantId) implements TenantEvent {}
