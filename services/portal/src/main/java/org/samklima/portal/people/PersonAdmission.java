package org.samklima.portal.people;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Admission;
import org.samklima.portal.tenancy.Tenant;
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
        return transactions.execute(_ -> users.findById(person.person())
                .map(user -> new Actor(user.personId(), user.name(), user.roles()))
                .or(() -> invited(person)));
    }

    private Optional<Actor> invited(SignedIn person) {
        if (!person.emailVerified() || person.email() == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        return invitations
                .findByEmailAndAcceptedAtIsNull(Invitation.normalised(person.email()))
                .filter(invitation -> invitation.isOpen(now))
                .map(invitation -> arrive(invitation, person));
    }

    private Actor arrive(Invitation invitation, SignedIn person) {
        users.save(invitation.accept(person.person(), person.name(), clock.instant()));
        audit.record("invitation.accepted", "person", person.person(), Map.of("name", person.name()));
        return new Actor(person.person(), person.name(), invitation.roles());
    }
}
