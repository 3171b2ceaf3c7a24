package org.samklima.portal.people;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/** An invitation waits to be sent by the identity provider. */
record PersonInvited(UUID tenantId, UUID invitationId) implements TenantEvent {}
