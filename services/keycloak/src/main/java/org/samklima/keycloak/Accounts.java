package org.samklima.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import java.util.UUID;

/** People's accounts at Keycloak. Every call goes over the network, so make none inside a database transaction. */
public class Accounts {

    private final AdminApi admin;

    Accounts(AdminApi admin) {
        this.admin = admin;
    }

    /**
     * Ends all of a person's sessions at Keycloak and whatever tokens they got for scripts: whoever wants in again has to sign in.
     * Safe to repeat. Sessions of our own are the application's to end.
     *
     * @throws IdentityProviderUnavailable within seconds if Keycloak is away
     */
    public void signOutEverywhere(UUID person) {
        try {
            admin.realm().users().get(person.toString()).logout();
        } catch (NotFoundException _) {
            // Nobody has that account any more, and so no session.
        } catch (ProcessingException | ServerErrorException away) {
            throw new IdentityProviderUnavailable("sign out " + person, away);
        }
    }
}
