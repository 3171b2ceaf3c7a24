package org.samklima.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Lets a test's browser be somebody, by a session of theirs in the database, as signing in would have left it. */
public final class SignedInBrowser {

    private SignedInBrowser() {}

    /** From now on the reader is this person. Returns the portal's address. */
    public static String signIn(BrowserContext reader, World.Person person, ApplicationContext portal) {
        return signIn(reader, person, "ROLE_USER", portal);
    }

    /** From now on the reader is this person, who runs the platform. Returns the portal's address. */
    public static String signInOperator(BrowserContext reader, World.Person person, ApplicationContext portal) {
        return signIn(reader, person, "ROLE_OPERATOR", portal);
    }

    private static String signIn(
            BrowserContext reader, World.Person person, String authority, ApplicationContext portal) {
        var address = addressOf(portal);
        reader.addCookies(List.of(new Cookie(cookieName(portal), session(person, authority, portal)).setUrl(address)));
        return address;
    }

    /** For a client that is no browser: the header {@code Cookie} of this person, who also runs the platform. */
    public static String operatorCookie(World.Person person, ApplicationContext portal) {
        return cookieName(portal) + "=" + session(person, "ROLE_OPERATOR", portal);
    }

    public static String addressOf(ApplicationContext portal) {
        return "http://localhost:"
                + ((WebServerApplicationContext) portal).getWebServer().getPort();
    }

    private static String cookieName(ApplicationContext portal) {
        return portal.getEnvironment().getProperty("server.servlet.session.cookie.name", "SESSION");
    }

    private static String session(World.Person person, String authority, ApplicationContext portal) {
        var id = session(person, authority, portal.getBean(SessionRepository.class));
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static <S extends Session> String session(
            World.Person person, String authority, SessionRepository<S> sessions) {
        var claims = Map.<String, Object>of(
                "sub", person.id().toString(),
                "name", person.name(),
                "email", person.email(),
                "email_verified", true);
        var now = Instant.now();
        var user = new DefaultOidcUser(
                AuthorityUtils.createAuthorityList(authority),
                new OidcIdToken("none", now, now.plusSeconds(3600), claims));
        var signedIn = new OAuth2AuthenticationToken(user, user.getAuthorities(), "keycloak");
        return Tenancy.onPlatform(() -> {
            var session = sessions.createSession();
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    new SecurityContextImpl(signedIn));
            sessions.save(session);
            return session.getId();
        });
    }
}
