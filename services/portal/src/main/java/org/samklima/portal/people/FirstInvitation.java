package org.samklima.portal.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for the manager of a tenant that is just being founded with many others: in the transaction that founds them, so
 * that no tenant is ever there whose manager nobody will write to. By JDBC, because Hibernate keeps to what its session began
 * with; {@link People#invite} is for everyone else.
 */
@Component
public class FirstInvitation {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstInvitation(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws org.samklima.portal.problem.Problem if the address is none */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofManager(Tenant tenant, String email) {
        var roles = Set.of(Role.MANAGER);
        var invitation = new Invitation(email, roles, tenant, Tenancy.actor().name(), clock.instant());
        jdbc.sql("INSERT INTO invitation (tenant_id, id, email, roles, invited_by, invited_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        tenant.id(),
                        invitation.id(),
                        invitation.email(),
                        TenantUser.names(roles),
                        invitation.invitedBy(),
                        invitation.invitedAt().atOffset(ZoneOffset.UTC),
                        invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                "person.invited",
                "invitation",
                invitation.id(),
                Map.of("email", invitation.email(), "roles", List.of(TenantUser.names(roles))));
        events.publishEvent(new PersonInvited(tenant.id(), invitation.id()));
    }
}
