package org.samklima.keycloak;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Everything this module offers as beans; nothing here talks to Keycloak before someone signs in or is invited. */
@AutoConfiguration(before = {OAuth2ClientAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityAutoConfiguration {

    private final IdentityProperties properties;
    private final Realm realm;

    IdentityAutoConfiguration(IdentityProperties properties) {
        this.properties = properties;
        this.realm = properties.realm();
    }

    @Bean
    BrowserSignIn browserSignIn(
            ClientRegistrationRepository registrations,
            Tokens tokens,
            KeycloakReachability reachability,
            AccountWatch accounts,
            ObjectProvider<LocaleResolver> language,
            ApplicationEventPublisher events) {
        return new BrowserSignIn(
                registrations,
                tokens.exchange(),
                reachability,
                accounts,
                language.getIfAvailable(AcceptHeaderLocaleResolver::new),
                events);
    }

    @Bean
    ApiTokens apiTokens(JwtDecoder decoder) {
        return new ApiTokens(decoder);
    }

    @Bean
    @ConditionalOnMissingBean
    Accounts accounts(AdminApi admin) {
        return new KeycloakAccounts(admin);
    }

    @Bean
    @ConditionalOnMissingBean
    Organisations organisations(AdminApi admin) {
        return new KeycloakOrganisations(admin, properties.portalUrl().toString());
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId(BrowserSignIn.REGISTRATION)
                        .clientId(Realm.PORTAL_CLIENT)
                        .clientSecret(properties.portalSecret())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                        .userNameAttributeName(IdTokenClaimNames.SUB)
                        .issuerUri(realm.issuer().toString())
                        .authorizationUri(realm.authorization().toString())
                        .tokenUri(realm.token().toString())
                        .jwkSetUri(realm.keys().toString())
                        .providerConfigurationMetadata(Map.of(
                                "end_session_endpoint", realm.endSession().toString()))
                        .clientSettings(ClientRegistration.ClientSettings.builder()
                                .requireProofKey(true)
                                .build())
                        .build());
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokenDecoder(Tokens tokens) {
        return tokens.accessTokens();
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(Tokens tokens) {
        return tokens::idTokens;
    }

    @Bean
    Tokens tokens() {
        return new Tokens(properties);
    }

    @Bean
    AdminApi adminApi() {
        return new AdminApi(properties);
    }

    @Bean
    KeycloakReachability keycloakReachability() {
        return new KeycloakReachability(realm.backchannel(), properties.connectTimeout());
    }

    @Bean
    AccountWatch accountWatch(AdminApi admin) {
        return new AccountWatch(new KeycloakAccounts(admin), properties.accountBelieved(), Ticker.systemTicker());
    }
}
