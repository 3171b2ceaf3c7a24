package org.samklima.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tenants as Keycloak knows them: an organisation for each, and the people who belong to it. Every call goes over
 * the network, so make none inside a database transaction.
 *
 * <p>All methods throw {@link IdentityProviderUnavailable} within seconds if Keycloak is away, and {@link
 * UnknownOrganisation} for a slug without organisation.
 */
public interface Organisations {

    /** Makes the tenant's organisation. Safe to repeat: an organisation with this slug is left as it is. */
    void create(TenantRef tenant);

    /**
     * Invites a person: Keycloak sends the mail. Its link lets the person join; someone new also sets a password and a name
     * there. Safe to repeat: a waiting invitation is replaced by a new one.
     */
    Invited invite(String slug, Invitation invitation);

    /** Everyone who belongs to the organisation; those who are only invited do not. */
    List<Member> members(String slug);

    /** Takes the person out of the organisation; the account stays. Safe to repeat. */
    void remove(String slug, UUID person);

    /** Forgets the organisation; the accounts of its people stay. Safe to repeat. */
    void delete(String slug);

    /**
     * @param id the tenant's id, kept as an attribute so that the two sides can be compared
     * @param slug never changes
     * @param name as people know it; Keycloak shows it in mails
     */
    record TenantRef(UUID id, String slug, String name) {}

    /**
     * @param language of the mail, unless the person has chosen another one before
     */
    record Invitation(
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            Locale language) {}

    record Member(UUID person, String email, String name) {}

    enum Invited {
        /** A mail is on its way. */
        MAIL_SENT,
        /** No mail: the person belongs to the organisation already. */
        ALREADY_MEMBER
    }

    /** No organisation has this slug. */
    class UnknownOrganisation extends RuntimeException {

        public UnknownOrganisation(String slug) {
            super("Keycloak has no organisation " + slug);
        }
    }

    /** Keycloak is well, but its mail server did not take the invitation. */
    class InvitationNotSent extends RuntimeException {

        public InvitationNotSent(String slug, Throwable cause) {
            super("Keycloak could not send an invitation to " + slug, cause);
        }
    }
}
