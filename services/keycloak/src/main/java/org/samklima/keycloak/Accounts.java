package org.samklima.keycloak;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * People's accounts. Every call goes over the network, so make none inside a database transaction.
 *
 * <p>All methods throw {@link IdentityProviderUnavailable} within seconds if Keycloak is away.
 */
public interface Accounts {

    /** Whose address this is; upper and lower case do not matter. */
    Optional<UUID> find(String email);

    /**
     * Opens an account that nobody can enter before they have answered a mail sent to the address; where it has one already,
     * that one.
     *
     * @param name as far as it is known
     * @param language of the mails, until the person chooses another one
     */
    UUID open(String email, String name, Locale language);

    /**
     * The person cannot sign in anywhere any more, and Keycloak knows nothing about them; whoever runs the platform does not do so
     * for a tenant, and stays. Safe to repeat.
     */
    void delete(UUID person);

    /**
     * Ends all of a person's sessions at Keycloak and whatever tokens they got for scripts: whoever wants in again has to sign in.
     * Safe to repeat. Sessions of our own are the application's to end.
     */
    void signOutEverywhere(UUID person);
}
