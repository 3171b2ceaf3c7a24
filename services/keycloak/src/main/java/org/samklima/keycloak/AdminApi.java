package org.samklima.keycloak;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** Keycloak's admin API as the portal's own service account. Its client is heavy, hence made when first needed. */
class AdminApi implements AutoCloseable {

    /** Keycloak writes mails to people it does not know in the language of the request that causes them. */
    static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();

    private static final ClientRequestFilter SPEAKING = request -> {
        if (LANGUAGE.isBound()) {
            request.getHeaders()
                    .putSingle(HttpHeaders.ACCEPT_LANGUAGE, LANGUAGE.get().toLanguageTag());
        }
    };

    private final IdentityProperties properties;
    private final Realm realm;
    private @Nullable Keycloak client;

    AdminApi(IdentityProperties properties) {
        this.properties = properties;
        this.realm = properties.realm();
    }

    synchronized RealmResource realm() {
        if (client == null) {
            client = connect();
        }
        return client.realm(realm.name());
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private Keycloak connect() {
        var http = ClientBuilder.newBuilder()
                .connectTimeout(properties.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .register(JacksonProvider.class, 100)
                .register(SPEAKING)
                .build();
        return KeycloakBuilder.builder()
                .serverUrl(realm.server().toString())
                .realm(realm.name())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(Realm.ADMIN_CLIENT)
                .clientSecret(properties.adminSecret())
                .resteasyClient(http)
                .build();
    }
}
