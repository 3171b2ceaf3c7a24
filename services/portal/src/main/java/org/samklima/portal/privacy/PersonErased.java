package org.samklima.portal.privacy;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/** A tenant knows nothing about a person any more. */
public record PersonErased(UUID tenantId, UUID personId) implements TenantEvent {}
