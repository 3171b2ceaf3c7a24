package org.samklima.portal.reporting;

import java.util.UUID;
import org.samklima.portal.tenancy.TenantEvent;

/**
 * A member is to be reminded of a round, if it has not submitted: by the round's timetable, or because the secretariat asks.
 * A person gets at most one reminder of a round on one day.
 *
 * @param tenantId the member
 * @param networkId the association whose round it is
 */
public record ReminderDue(UUID tenantId, UUID networkId, UUID roundId) implements TenantEvent {}
