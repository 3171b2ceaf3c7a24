package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.keycloak.Organisations.Invitation;
import org.samklima.keycloak.Organisations.InvitationNotSent;
import org.samklima.keycloak.Organisations.Invited;
import org.samklima.keycloak.Organisations.Member;
import org.samklima.keycloak.Organisations.TenantRef;
import org.samklima.keycloak.Organisations.UnknownOrganisation;

class OrganisationsTests {

    private static final Locale SWEDISH = Locale.of("sv");

    private final RealKeycloak keycloak = RealKeycloak.shared();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String slug = "alby-" + UUID.randomUUID();
    private final AdminApi admin = new AdminApi(identity(keycloak.issuer()));
    private final Organisations organisations = new KeycloakOrganisations(admin, "http://localhost:8081");

    @BeforeEach
    void start() {
        mail.start();
        keycloak.sendsMailTo(mail.getSmtp().getPort());
        organisations.create(new TenantRef(UUID.randomUUID(), slug, "Alby " + slug));
    }

    @AfterEach
    void stop() {
        mail.stop();
        admin.close();
    }

    @Test
    void an_organisation_is_made_once_however_often_it_is_asked_for() {
        var tenant = UUID.randomUUID();
        var other = "once-" + tenant;

        organisations.create(new TenantRef(tenant, other, "Once"));
        organisations.create(new TenantRef(tenant, other, "Once renamed"));

        assertThat(keycloak.realm().organizations().searchByAttribute("tenant:" + tenant))
                .singleElement()
                .satisfies(organisation -> assertThat(organisation.getAlias()).isEqualTo(other))
                .satisfies(organisation ->
                        assertThat(organisation.getRedirectUrl()).isEqualTo("http://localhost:8081/" + other));
    }

    @Test
    void a_town_and_the_association_named_after_it_both_get_their_organisation() {
        var town = "town-" + UUID.randomUUID();
        var name = "Bykøbing " + town;

        organisations.create(new TenantRef(UUID.randomUUID(), town, name));
        organisations.create(new TenantRef(UUID.randomUUID(), town + "-network", name));

        assertThat(organisations.members(town)).isEmpty();
        assertThat(organisations.members(town + "-network")).isEmpty();
    }

    @Test
    void someone_new_joins_by_the_link_in_the_mail_and_sets_a_password_and_a_name() throws Exception {
        var email = newAddress("new");

        assertThat(organisations.invite(slug, new Invitation(email, null, null, SWEDISH)))
                .isEqualTo(Invited.MAIL_SENT);
        assertThat(organisations.members(slug)).isEmpty();
        var invitation = onlyMailTo(email);
        assertThat(invitation.getSubject()).isEqualTo("Inbjudan till Alby " + slug + " i Samklima");
        var end = browser()
                .open(linkIn(invitation))
                .follow("»")
                .submit(Map.of("password-new", RealKeycloak.PASSWORD, "password-confirm", RealKeycloak.PASSWORD))
                .submit(Map.of("firstName", "Åsa", "lastName", "Öberg"));

        assertThat(end.text()).contains("http://localhost:8081/" + slug);
        assertThat(organisations.members(slug)).singleElement().satisfies(member -> {
            assertThat(member.email()).isEqualTo(email);
            assertThat(member.name()).isEqualTo("Åsa Öberg");
        });
        assertThat(keycloak.accessToken(email)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qwertyqwerty  | sv | Det här lösenordet gissar andra först
            Unbelievable  | da | Denne adgangskode gætter andre først
            samklima2026  | de | Dieses Passwort erraten andere zuerst
            123456123456  | en | Others would guess this password first
            """)
    void a_password_that_others_guess_first_is_refused_in_plain_words(String password, String language, String said)
            throws Exception {
        var email = newAddress("careless");
        organisations.invite(slug, new Invitation(email, null, null, Locale.of(language)));

        var page = browser()
                .open(linkIn(onlyMailTo(email)))
                .follow("»")
                .submit(Map.of("password-new", password, "password-confirm", password));

        assertThat(page.text()).contains(said);
        assertThat(page.submit(Map.of("password-new", "samklima-demo", "password-confirm", "samklima-demo"))
                        .text())
                .contains("name=\"firstName\"");
    }

    @Test
    void someone_with_an_account_joins_by_the_link_alone() throws Exception {
        var email = newAddress("known");
        var person = keycloak.person(email, "Bo", "Ek");

        assertThat(organisations.invite(slug, new Invitation(email, null, null, SWEDISH)))
                .isEqualTo(Invited.MAIL_SENT);
        var link = linkIn(onlyMailTo(email));
        browser().open(link).follow("»");

        assertThat(organisations.members(slug)).containsExactly(new Member(person, email, "Bo Ek"));
        assertThat(browser().open(link).status()).as("the link, used once more").isEqualTo(400);
    }

    @Test
    void who_leaves_one_tenant_keeps_the_account_for_the_others() throws Exception {
        var email = newAddress("leaving");
        organisations.invite(slug, new Invitation(email, "Eva", "Lind", SWEDISH));
        browser().open(linkIn(onlyMailTo(email))).follow("»");
        var person = organisations.members(slug).getFirst().person();

        organisations.remove(slug, person);
        organisations.remove(slug, person);

        assertThat(organisations.members(slug)).isEmpty();
        assertThat(keycloak.realm().users().searchByEmail(email, true)).hasSize(1);
    }

    @Test
    void an_address_is_verified_by_the_invitation_and_unusable_without_it() {
        var email = newAddress("waiting");

        organisations.invite(slug, new Invitation(email, "Eva", "Lind", SWEDISH));

        var account = keycloak.realm().users().searchByEmail(email, true).getFirst();
        assertThat(account.isEmailVerified()).isTrue();
        assertThat(keycloak.realm().users().get(account.getId()).credentials()).isEmpty();
    }

    @Test
    void a_member_is_not_invited_again() throws Exception {
        var email = newAddress("member");
        belongs(email);

        assertThat(organisations.invite(slug, new Invitation(email, null, null, SWEDISH)))
                .isEqualTo(Invited.ALREADY_MEMBER);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void inviting_again_sends_the_mail_again() throws Exception {
        var email = newAddress("forgetful");

        organisations.invite(slug, new Invitation(email, null, null, SWEDISH));
        organisations.invite(slug, new Invitation(email, null, null, SWEDISH));

        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_slug_without_organisation_is_said_to_be_unknown() {
        assertThatThrownBy(() -> organisations.members("nowhere")).isInstanceOf(UnknownOrganisation.class);
        assertThatThrownBy(() ->
                        organisations.invite("nowhere", new Invitation("a@samklima.example", null, null, SWEDISH)))
                .isInstanceOf(UnknownOrganisation.class);
    }

    @Test
    void a_mail_server_that_is_down_is_not_mistaken_for_keycloak_being_away() {
        mail.stop();

        assertThatThrownBy(() -> organisations.invite(slug, new Invitation(newAddress("unlucky"), null, null, SWEDISH)))
                .isInstanceOf(InvitationNotSent.class);
    }

    @Test
    void nobody_listening_means_unavailable() throws Exception {
        URI closed;
        try (var socket = new ServerSocket(0)) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/realms/samklima");
        }
        assertUnavailable(closed);
    }

    @Test
    void a_keycloak_that_takes_the_call_and_never_answers_means_unavailable() throws Exception {
        try (var silent = new ServerSocket(0)) {
            assertUnavailable(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/realms/samklima"));
        }
    }

    private static void assertUnavailable(URI issuer) {
        try (var away = new AdminApi(identity(issuer))) {
            var organisations = new KeycloakOrganisations(away, "http://localhost:8081");
            var tenant = new TenantRef(UUID.randomUUID(), "alby", "Alby");
            assertThatThrownBy(() -> organisations.create(tenant)).isInstanceOf(IdentityProviderUnavailable.class);
            assertThatThrownBy(() -> organisations.members("alby")).isInstanceOf(IdentityProviderUnavailable.class);
        }
    }

    private static IdentityProperties identity(URI issuer) {
        return new IdentityProperties(
                issuer,
                null,
                URI.create("http://localhost:8081"),
                RealKeycloak.PORTAL_SECRET,
                RealKeycloak.ADMIN_SECRET,
                Duration.ofSeconds(2),
                issuer.equals(RealKeycloak.shared().issuer()) ? Duration.ofSeconds(60) : Duration.ofMillis(300),
                Duration.ofMinutes(5));
    }

    private UUID belongs(String email) {
        var person = keycloak.person(email, "Eva", "Lind");
        var organisation = keycloak.realm()
                .organizations()
                .searchByAttribute("alias:" + slug)
                .getFirst();
        keycloak.realm()
                .organizations()
                .get(organisation.getId())
                .members()
                .addMember(person.toString())
                .close();
        return person;
    }

    private MimeMessage onlyMailTo(String email) throws Exception {
        var messages = mail.getReceivedMessages();
        assertThat(messages).hasSize(1);
        assertThat(Arrays.toString(messages[0].getRecipients(RecipientType.TO))).contains(email);
        return messages[0];
    }

    private static URI linkIn(MimeMessage message) throws Exception {
        var text = ((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
        var link = Pattern.compile("https?://\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }

    /** Nobody listens where the portal would be. */
    private HttpBrowser browser() {
        return new HttpBrowser(
                address -> address.getAuthority().equals(keycloak.issuer().getAuthority()));
    }

    private static String newAddress(String name) {
        return name + "-" + UUID.randomUUID() + "@samklima.example";
    }
}
