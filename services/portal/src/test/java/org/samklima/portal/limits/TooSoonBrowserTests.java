package org.samklima.portal.limits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;

/** What somebody in a browser meets who asked for too much, and where they end all their sessions. */
@PortalTest
class TooSoonBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    ApplicationContext portal;

    @Autowired
    Buckets buckets;

    @Autowired
    LimitProperties properties;

    @Autowired
    FilterRegistrationBean<Turnstile> turnstile;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int connections;

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void what_was_typed_is_sent_again_with_one_press_and_a_part_of_a_page_says_that_it_was_not_saved(int width) {
        var network = world.association("Klimatringen");
        var mia = world.person("Mia Manager", network, Role.MANAGER);
        var page = browser.reader(width).newPage();
        page.navigate(SignedInBrowser.signIn(page.context(), mia, portal) + "/" + network.slug() + "/people");
        page.locator("#email").fill("ny@klimatringen.example");
        page.getByLabel("Styrelse").check();
        var bucket = buckets.bucket(Limit.PERSON, mia.id().toString());
        bucket.consumeIgnoringRateLimits(2 * properties.perMinute(Limit.PERSON));

        page.evaluate("() => htmx.ajax('GET', '/me/sessions', '#content')");
        assertThat(page.locator("[data-too-many]")).isVisible();
        assertThat(page.locator("#email")).hasValue("ny@klimatringen.example");

        page.locator("#invite button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Ett ögonblick");
        Browser.screenshot(page, "too-soon");
        Browser.assertAccessible(page);

        bucket.reset();
        page.getByText("Skicka igen").click();
        assertThat(page.locator("main")).containsText("ny@klimatringen.example");
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).contains("429"));
    }

    @ParameterizedTest
    @CsvSource({Browser.WIDE + ", sv, Ett ögonblick", Browser.NARROW + ", en, One moment"})
    void whoever_waited_too_long_reads_so_and_is_not_told_that_they_are_not_signed_in(
            int width, String language, String title) throws InterruptedException {
        var mia = world.person("Mia Manager", world.association("Klimatringen"), Role.MANAGER);
        var page = browser.reader(width).newPage();
        var address = SignedInBrowser.signIn(page.context(), mia, portal);
        page.navigate(address + "/?lang=" + language);

        try (var full = FullHouse.of(turnstile.getFilter(), connections)) {
            page.navigate(address + "/");
        }

        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator(".site-user")).hasCount(0);
        Browser.screenshot(page, "busy-" + language);
        Browser.assertAccessible(page);
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).contains("503"));
    }

    @Test
    void the_sessions_are_found_from_the_menu() {
        var mia = world.person("Mia Manager", world.association("Klimatringen"), Role.MANAGER);
        var page = browser.reader(Browser.NARROW).newPage();
        page.navigate(SignedInBrowser.signIn(page.context(), mia, portal) + "/");

        page.locator(".menu-name").click();
        page.getByText("Här är du inloggad").click();

        assertThat(page.locator("h1")).hasText("Här är du inloggad");
        assertThat(page.locator("main")).containsText("Den här webbläsaren");
        Browser.screenshot(page, "sessions");
        Browser.assertAccessible(page);
    }
}
