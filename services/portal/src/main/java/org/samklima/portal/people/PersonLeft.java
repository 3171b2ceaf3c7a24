package org.samklima.portal.people;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/** A person no longer works in the tenant; the identity provider has to know. */
public record PersonLeft(UUID tenantId, UUID personId) implements TenantEvent {}
