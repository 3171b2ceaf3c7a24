package org.samklima.portal.people;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/** A person came with their tenant from another deployment; the identity provider here has to tell them. */
public record PersonArrived(UUID tenantId, UUID personId) implements TenantEvent {}
