package org.samklima.portal.people;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Admission;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Admits a tenant's users, and whoever was invited and has proved the e-mail address: by arriving they accept. */
@Component
class PersonAdmission implements Admission {

    private final Users users;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PersonAdmission(
            Users users,
            Invitations invitations,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<Actor> admit(Tenant tenant, Authentication authentication) {
        if (authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        var person = SignedIn.of(authentication);
        return users.findById(person.person())
                .map(user -> knownAsNow(user, person))
                .or(() -> arriving(person))
                .map(user -> new Actor(user.personId(), user.name(), user.roles()));
    }

    /** The identity provider knows best how a person is called and reached now, where it knows a name at all. */
    private TenantUser knownAsNow(TenantUser user, SignedIn person) {
        var email = person.email();
        if (!person.emailVerified() || email == null || person.name().equals(email) || user.is(person.name(), email)) {
            return user;
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            var current = users.findById(person.person()).orElseThrow(Problem::notFound);
            current.isNow(person.name(), email);
            return current;
        }));
    }

    /** Where no invitation is open any more, another page of the same person may have accepted it since the first look. */
    private Optional<TenantUser> arriving(SignedIn person) {
        return invitation(person)
                .flatMap(invitation -> arrive(invitation, person))
                .or(() -> users.findById(person.person()));
    }

    private Optional<Invitation> invitation(SignedIn person) {
        var email = person.email();
        if (!person.emailVerified() || email == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        return invitations
                .findByEmailAndAcceptedAtIsNull(email.strip().toLowerCase(Locale.ROOT))
                .filter(invitation -> invitation.isOpen(now));
    }

    /** A browser may ask for two pages at once: whichever request comes second finds the person here already. */
    private Optional<TenantUser> arrive(Invitation invitation, SignedIn person) {
        try {
            return Optional.ofNullable(transactions.execute(_ -> accept(invitation.id(), person)));
        } catch (Problem | DataIntegrityViolationException quicker) {
            return users.findById(person.person());
        }
    }

    private TenantUser accept(UUID invitationId, SignedIn person) {
        var invitation = invitations.findById(invitationId).orElseThrow(Problem::notFound);
        var user = users.save(invitation.accept(person.person(), person.name(), clock.instant()));
        audit.record("invitation.accepted", "person", person.person(), Map.of("name", person.name()));
        return user;
    }
}
