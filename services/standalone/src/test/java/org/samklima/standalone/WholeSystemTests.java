package org.samklima.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.samklima.pages.testing.Browser;
import org.samklima.standalone.demo.DemoPeople;
import org.samklima.standalone.watching.TraceReceiver;

/** People in a real browser before the whole real system, which is started once. The last ones lose Keycloak. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemTests {

    private static final String COORDINATOR = "coordinator@demo.example";
    private static final String MANAGER = "manager@demo.example";
    private static final String STAFF = "staff@demo.example";

    @RegisterExtension
    static final Browser browser = new Browser();

    private static WholeSystem system;
    private static TraceReceiver traces;

    @BeforeAll
    static void start(@TempDir Path parent) throws Exception {
        traces = new TraceReceiver();
        system = WholeSystem.start(parent.resolve("data"), traces.address());
    }

    @AfterAll
    static void nothing_of_it_is_left_when_it_was_stopped() throws Exception {
        if (system != null) {
            system.close();
            assertThat(system.leftOver()).isZero();
        }
        traces.close();
    }

    @Test
    @Order(1)
    void whoever_started_it_reads_where_everything_is_and_who_can_sign_in() {
        assertThat(system.said())
                .contains(system.portal() + "\n", system.overview() + "\n", system.mail() + "\n")
                .contains(DemoPeople.PASSWORD)
                .contains(DemoPeople.introduced().stream()
                        .map(DemoPeople.DemoPerson::email)
                        .toList());
    }

    @Test
    @Order(2)
    void one_sign_in_opens_every_tenant_and_signing_out_ends_keycloaks_session_too() {
        var reader = browser.reader(Browser.WIDE);
        var page = signIn(reader, COORDINATOR);
        var atKeycloak = visitsOf(system.keycloak(), page);

        page.locator(".menu-name").click();
        page.locator(".site-user").getByText("Region Mellansjö").click();
        assertThat(page.locator(".site-name")).hasText("Region Mellansjö");
        page.locator(".menu-name").click();
        page.locator(".site-user").getByText("Ängsvik").click();
        assertThat(page.locator(".site-name")).hasText("Ängsvik");
        assertThat(atKeycloak).as("no second sign-in").isEmpty();

        signOut(page);
        assertThat(page).hasURL(system.portal() + "/");
        assertThat(atKeycloak).as("told that it is over").isNotEmpty();
        page.navigate(system.portal() + "/angsvik");
        assertThat(page.locator("#username")).isVisible();
        assertThat(page.url()).startsWith(system.keycloak().toString());
    }

    @Test
    @Order(3)
    void two_portals_know_the_same_people_and_what_one_signs_out_is_signed_out_at_the_other() {
        var page = signIn(browser.reader(Browser.WIDE), MANAGER);
        var atKeycloak = visitsOf(system.keycloak(), page);

        page.navigate(system.secondPortal() + "/klimatringen/people");
        page.locator("#email").fill("new.colleague@demo.example");
        page.getByLabel("Styrelse").check();
        page.locator("#invite button[type=submit]").click();
        assertThat(page.locator("main")).containsText("new.colleague@demo.example");
        assertThat(page.url()).startsWith(system.secondPortal().toString());
        page.navigate(system.portal() + "/klimatringen/people");
        assertThat(page.locator("main")).containsText("new.colleague@demo.example");
        assertThat(atKeycloak).isEmpty();

        signOut(page);
        page.navigate(system.secondPortal() + "/");
        assertThat(page.locator(".site-user")).containsText("Logga in");
    }

    @Test
    @Order(4)
    void what_the_operator_sees_is_there_and_tells_nothing_of_anybody() throws Exception {
        new OperatorsView(system, traces).isComplete();
    }

    @Test
    @Order(5)
    void without_keycloak_the_signed_in_go_on_nobody_gets_in_and_everybody_can_read() {
        var reader = browser.reader(Browser.WIDE);
        var page = signIn(reader, STAFF);

        system.loseKeycloak();

        page.navigate(system.portal() + "/klimatringen/peer-groups");
        page.locator("main form input[type=text]").first().fill("Utan Keycloak");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText("Utan Keycloak");

        var visitor = browser.reader(Browser.NARROW).newPage();
        wantToSignInUntilThePortalKnows(visitor);
        assertThat(visitor.locator("h1")).hasText("Det går inte att logga in just nu");
        assertThat(visitor.locator("main")).containsText("Felet ligger hos oss, inte i ditt lösenord.");
        Browser.screenshot(visitor, "sign-in-unavailable");
        Browser.assertAccessible(visitor);
        visitor.locator("main").getByText("översikten").last().click();
        assertThat(visitor.locator("h1")).isVisible();
        visitor.navigate(system.overview() + "/sv/klimatringen/members/angsvik");
        assertThat(visitor.locator("h1")).containsText("Ängsvik");

        signOut(page);
        assertThat(page.locator("h1")).hasText("Du är utloggad här");
        page.navigate(system.portal() + "/klimatringen");
        assertThat(page.locator("h1")).hasText("Det går inte att logga in just nu");
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).contains("503"));
    }

    @Test
    @Order(6)
    void nothing_that_anybody_wrote_stands_in_a_log() throws Exception {
        new OperatorsView(system, traces).logsAreDiscreet();
    }

    /** For three seconds a portal remembers that Keycloak was there, and sends people to nobody. */
    private static void wantToSignInUntilThePortalKnows(Page visitor) {
        var start = system.portal() + "/";
        for (int tries = 0; tries < 20; tries++) {
            visitor.navigate(start);
            visitor.getByText("Logga in").first().click();
            visitor.waitForCondition(() -> !visitor.url().equals(start));
            if (visitor.url().startsWith(start)) {
                return;
            }
        }
    }

    /** From the first page over Keycloak's own and back. */
    private static Page signIn(BrowserContext reader, String email) {
        var page = reader.newPage();
        page.navigate(system.portal() + "/");
        page.locator("main").getByText("Logga in").first().click();
        var atTheDoor = session(reader);
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#password").fill(DemoPeople.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(system.portal().toString()));
        assertThat(atTheDoor).hasSize(1);
        assertThat(session(reader))
                .as("nobody planted the session that signed in")
                .hasSize(1)
                .isNotEqualTo(atTheDoor);
        return page;
    }

    private static List<String> session(BrowserContext reader) {
        return reader.cookies(system.portal().toString()).stream()
                .filter(cookie -> cookie.name.equals("samklima"))
                .map(cookie -> cookie.value)
                .toList();
    }

    private static void signOut(Page page) {
        page.locator(".menu-name").click();
        page.getByText("Logga ut").click();
    }

    /** Addresses below this one that the page will be sent to from now on. */
    private static List<String> visitsOf(URI place, Page page) {
        var visits = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.isNavigationRequest() && request.url().startsWith(place.toString())) {
                visits.add(request.url());
            }
        });
        return visits;
    }
}
