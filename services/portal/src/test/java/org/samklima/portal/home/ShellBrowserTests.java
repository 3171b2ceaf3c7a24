package org.samklima.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.people.People;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The frame of the portal and the pages of people, members and tenants, in a real browser. */
@PortalTest
class ShellBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    Tenant network;
    Tenant town;
    World.Person person;
    World.Person colleague;

    @BeforeEach
    void a_network_alive() {
        network = world.association("Klimatringen Sydkusten");
        town = world.municipality("Granviken");
        person = world.person("Alexandra Lindqvist-Söderberg", network, Role.MANAGER, Role.STAFF);
        world.join(person, town, Role.MANAGER, Role.COORDINATOR);
        colleague = world.person("Bo Ek", network, Role.BOARD);
        world.in(network, () -> people.invite("ny.medarbetare@klimatringen.example", Set.of(Role.STAFF)));
        world.in(network, () -> {
            for (var group :
                    Map.of("sma", "Små kommuner", "storre", "Större städer").entrySet()) {
                jdbc.sql("INSERT INTO peer_group (tenant_id, code, name) VALUES (?, ?, ?::jsonb)")
                        .params(network.id(), group.getKey(), "{\"sv\": \"" + group.getValue() + "\"}")
                        .update();
            }
        });
        world.membership(network, town);
        for (var name : List.of("Ekhult", "Fågelsjö", "Hamnöre", "Ljungaby", "Åsvalla", "Österdal")) {
            var member = world.municipality(name);
            world.in(
                    network,
                    () -> jdbc.sql("INSERT INTO membership (tenant_id, member_id, peer_group, since)"
                                    + " VALUES (?, ?, 'sma', ?)")
                            .params(network.id(), member.id(), LocalDate.of(2019, 5, 1))
                            .update());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, en", "390, sv"})
    void every_page_is_accessible(int width, String language) {
        var reader = browser.reader(width, language);
        var address = SignedInBrowser.signIn(reader, person, portal);
        var here = address + "/" + network.slug();
        look(reader, "home", address + "/");
        look(reader, "tenant", here);
        look(reader, "people", here + "/people");
        look(reader, "person", here + "/people/" + person.id());
        look(reader, "audit", here + "/audit");
        look(reader, "members", here + "/members");
        look(reader, "member", here + "/members/" + town.slug());
        look(reader, "member-candidates", here + "/member-candidates?q=granv");
        look(reader, "member-imports", here + "/member-imports");
        look(reader, "peer-groups", here + "/peer-groups");
        look(reader, "peer-group", here + "/peer-groups/sma");
        look(reader, "networks", address + "/" + town.slug() + "/networks");
        look(reader, "archives", here + "/archives");
        look(reader, "closing", here + "/closing");
        look(reader, "erasures", here + "/erasures");
        look(reader, "erasure-sure", here + "/erasures/" + colleague.id());
        look(reader, "my-data", address + "/me/data");
        look(reader, "retention", address + "/me/retention");
    }

    @ParameterizedTest
    @CsvSource({"1280, sv", "390, en"})
    void every_page_of_the_operator_is_accessible(int width, String language) {
        var reader = browser.reader(width, language);
        var address = SignedInBrowser.signInOperator(reader, world.person("Olle Operator"), portal);
        look(reader, "operator-home", address + "/");
        look(reader, "operator-tenants", address + "/operator/tenants?q=granv");
        look(reader, "operator-tenant", address + "/operator/tenants/" + town.slug());
        look(reader, "operator-new", address + "/operator/new-tenant");
        look(reader, "operator-import", address + "/operator/tenant-imports");
        look(reader, "operator-arrivals", address + "/operator/arrivals");
        look(reader, "operator-closing", address + "/operator/tenants/" + town.slug() + "/closing");
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void the_pages_for_whoever_is_not_signed_in_are_accessible(int width) {
        var reader = browser.reader(width);
        var address = SignedInBrowser.addressOf(portal);
        look(reader, "welcome", address + "/");
        look(reader, "sign-in-unavailable", address + "/sign-in-unavailable");
        look(reader, "sign-in-failed", address + "/sign-in-failed");
        look(reader, "sign-in-ended", address + "/sign-in-ended");
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void the_menu_opens_and_leads_from_one_tenant_to_the_other(int width) {
        var reader = browser.reader(width);
        var address = SignedInBrowser.signIn(reader, person, portal);
        var page = reader.newPage();
        page.navigate(address + "/" + network.slug());

        page.getByText("Alexandra Lindqvist-Söderberg").click();
        Browser.screenshot(page, "menu");
        Browser.assertAccessible(page);
        page.locator(".site-user a", new Page.LocatorOptions().setHasText("Granviken"))
                .click();

        page.waitForURL(address + "/" + town.slug());
        assertThat(page.locator(".site-name").textContent()).isEqualTo("Granviken");
    }

    @Test
    void without_scripts_the_menu_opens_and_one_can_sign_out() {
        var reader = browser.withoutScripts(Browser.NARROW);
        var address = SignedInBrowser.signIn(reader, person, portal);
        var page = reader.newPage();
        page.navigate(address + "/" + network.slug());

        page.getByText("Alexandra Lindqvist-Söderberg").click();
        page.getByText("Logga ut").click();

        page.navigate(address + "/");
        assertThat(page.locator("h1").textContent()).contains("gemensam arbetsplats");
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void a_list_is_tried_and_then_imported(int width) {
        var reader = browser.reader(width);
        var address = SignedInBrowser.signIn(reader, person, portal);
        var newcomer = world.municipality("Nyhamn");
        var page = reader.newPage();
        page.navigate(address + "/" + network.slug() + "/member-imports");

        choose(page, "Kod;Kommun;Kommungrupp\n%s;;Små kommuner\n;Okänd;\n".formatted(newcomer.officialCode()));
        page.getByText("Prova utan att spara").click();
        PlaywrightAssertions.assertThat(page.getByText("Ingen i förteckningen heter ”Okänd”"))
                .isVisible();
        Browser.screenshot(page, "import-wrong");
        Browser.assertAccessible(page);
        assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));

        choose(page, "Kod;Kommun;Kommungrupp\n%s;;Nya gruppen\n".formatted(newcomer.officialCode()));
        page.getByText("Prova utan att spara").click();
        Browser.screenshot(page, "import-tried");
        Browser.assertAccessible(page);
        page.getByText("Importera en rad").click();

        PlaywrightAssertions.assertThat(page.locator("tbody th", new Page.LocatorOptions().setHasText("Nyhamn")))
                .isVisible();
        Browser.screenshot(page, "import-done");
    }

    private static void choose(Page page, String list) {
        page.setInputFiles(
                "input[type=file]",
                new FilePayload("medlemmar.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    }

    private static void look(BrowserContext reader, String name, String address) {
        var page = reader.newPage();
        page.navigate(address);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.close();
    }
}
