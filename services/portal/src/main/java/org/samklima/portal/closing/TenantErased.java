package org.samklima.portal.closing;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/** Nothing of a tenant is left but its line in the directory and what it has published. */
record TenantErased(UUID tenantId) implements TenantEvent {}
