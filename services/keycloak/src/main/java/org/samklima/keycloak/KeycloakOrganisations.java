package org.samklima.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.OrganizationsResource;
import org.keycloak.representations.idm.MemberRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** {@link Organisations} by Keycloak's admin API. A tenant's slug is its organisation's alias. */
class KeycloakOrganisations implements Organisations {

    private static final String TENANT = "tenant";
    private static final int CONFLICT = 409;

    private final AdminApi admin;
    private final KeycloakAccounts accounts;
    private final String portalUrl;

    KeycloakOrganisations(AdminApi admin, String portalUrl) {
        this.admin = admin;
        this.accounts = new KeycloakAccounts(admin);
        this.portalUrl = portalUrl;
    }

    @Override
    public void create(TenantRef tenant) {
        calling("create the organisation " + tenant.slug(), () -> {
            if (find(tenant.slug()).isPresent() || created(tenant, tenant.name())) {
                return;
            }
            // Keycloak wants names to be unique; a town and the association named after it are both right.
            if (!created(tenant, tenant.name() + " (" + tenant.slug() + ")")
                    && find(tenant.slug()).isEmpty()) {
                throw new IllegalStateException("Keycloak has another organisation named like " + tenant);
            }
        });
    }

    @Override
    public Invited invite(String slug, Invitation invitation) {
        return calling(
                "invite to " + slug,
                () -> ScopedValue.where(AdminApi.LANGUAGE, invitation.language())
                        .call(() -> send(slug, invitation)));
    }

    @Override
    public List<Member> members(String slug) {
        return calling(
                "list the members of " + slug,
                () -> organisation(slug).members().getAll().stream()
                        .map(KeycloakOrganisations::member)
                        .toList());
    }

    @Override
    public void remove(String slug, UUID person) {
        calling("remove a member of " + slug, () -> {
            try (var answer = organisation(slug).members().removeMember(person.toString())) {
                if (answer.getStatus() != 404 && answer.getStatus() != 400) {
                    requireSuccess(answer);
                }
            }
        });
    }

    @Override
    public void delete(String slug) {
        calling(
                "delete the organisation " + slug,
                () -> find(slug).ifPresent(found -> {
                    try (var answer = organisations().get(found.getId()).delete()) {
                        requireSuccess(answer);
                    }
                }));
    }

    private Invited send(String slug, Invitation invitation) {
        var organisation = organisation(slug);
        if (admin.realm().users().searchByEmail(invitation.email(), true).isEmpty()) {
            accounts.create(invitation.email(), invitation.firstName(), invitation.lastName(), invitation.language());
        }
        withdrawWaiting(organisation, invitation.email());
        var answer =
                organisation.members().inviteUser(invitation.email(), invitation.firstName(), invitation.lastName());
        try (answer) {
            return switch (answer.getStatus()) {
                case CONFLICT -> Invited.ALREADY_MEMBER;
                case 500 -> throw new InvitationNotSent(slug, failure(answer));
                default -> {
                    requireSuccess(answer);
                    yield Invited.MAIL_SENT;
                }
            };
        }
    }

    private boolean created(TenantRef tenant, String name) {
        var organisation = new OrganizationRepresentation();
        organisation.setName(name);
        organisation.setAlias(tenant.slug());
        organisation.setRedirectUrl(portalUrl + "/" + tenant.slug());
        organisation.singleAttribute(TENANT, tenant.id().toString());
        try (var answer = organisations().create(organisation)) {
            if (answer.getStatus() == CONFLICT) {
                return false;
            }
            requireSuccess(answer);
            return true;
        }
    }

    /** Keycloak refuses to invite the same address twice; what people mean by it is a new mail. */
    private static void withdrawWaiting(OrganizationResource organisation, String email) {
        organisation.invitations().list(null, null, email, null, null, null, null).stream()
                .filter(waiting -> waiting.getEmail().equalsIgnoreCase(email))
                .forEach(waiting ->
                        organisation.invitations().delete(waiting.getId()).close());
    }

    private OrganizationResource organisation(String slug) {
        return find(slug)
                .map(found -> organisations().get(found.getId()))
                .orElseThrow(() -> new UnknownOrganisation(slug));
    }

    private Optional<OrganizationRepresentation> find(String slug) {
        return organisations().searchByAttribute("alias:" + slug).stream()
                .filter(organisation -> organisation.getAlias().equals(slug))
                .findFirst();
    }

    private OrganizationsResource organisations() {
        return admin.realm().organizations();
    }

    private static Member member(MemberRepresentation member) {
        var name = Stream.of(member.getFirstName(), member.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .reduce((first, last) -> first + " " + last)
                .orElse(member.getUsername());
        return new Member(UUID.fromString(member.getId()), member.getEmail(), name);
    }

    static void requireSuccess(Response answer) {
        if (answer.getStatus() >= 300) {
            throw failure(answer);
        }
    }

    private static WebApplicationException failure(Response answer) {
        return new WebApplicationException(answer.readEntity(String.class), answer.getStatus());
    }

    static void calling(String attempted, Runnable call) {
        calling(attempted, () -> {
            call.run();
            return true;
        });
    }

    static <T> T calling(String attempted, Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException | ServerErrorException away) {
            throw new IdentityProviderUnavailable(attempted, away);
        }
    }
}
