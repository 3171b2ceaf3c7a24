package org.samklima.portal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the first page to one's reminders, and from a mail out of them, in a real browser. */
@PortalTest
class ReminderBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    ApplicationContext portal;

    @ParameterizedTest
    @CsvSource({
        Browser.WIDE + ", sv-SE, Hur tidigt, Spara, Så kommer dina påminnelser",
        Browser.NARROW + ", en-GB, How early, Save, Your reminders come this way"
    })
    void one_is_led_from_what_is_due_to_how_often_one_is_reminded_of_it(
            int width, String language, String howEarly, String save, String saved) {
        var scene = new ReminderScene(world, portal);
        var person = world.person("Alexandra Lindqvist-Söderberg", scene.town(), Role.COORDINATOR);
        world.join(person, world.municipality("Granviken"), Role.CONTRIBUTOR);
        scene.responsible(person, "Laddstolpar vid stationen och simhallen", -4);
        scene.responsible(person, "Solceller på skolornas tak", 6);
        scene.awaited("Klimatringen Sydkusten", 3, scene.town());
        scene.awaited("Landsbygdens klimatnätverk", 14, scene.town());
        var reader = browser.reader(width, language);
        var page = reader.newPage();
        page.navigate(SignedInBrowser.signIn(reader, person, portal) + "/");
        Browser.screenshot(page, "due");
        Browser.assertAccessible(page);

        page.locator("a[href='/" + scene.town().slug() + "/reminders']").click();
        page.getByLabel(howEarly).fill("90");
        press(page, save);
        Browser.screenshot(page, "reminders-wrong");
        Browser.assertAccessible(page);
        assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));

        page.getByLabel(howEarly).fill("30");
        page.locator("input[value=DAILY]").check();
        press(page, save);
        assertThat(page.locator(".notice").first().textContent()).contains(saved);
        Browser.screenshot(page, "reminders");
        Browser.assertAccessible(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void without_scripts_and_without_signing_in_one_switches_them_off() {
        var scene = new ReminderScene(world, portal);
        var person = world.person("Karin Koll", scene.town(), Role.COORDINATOR);
        scene.awaited("Ringen", 14, scene.town());
        scene.morning(scene.town(), scene.monday());
        var link = URI.create(ReminderScene.unsubscribeLink(
                        ReminderScene.arrived(person, 1).getFirst()))
                .getPath();
        var page = browser.withoutScripts(Browser.NARROW).newPage();
        page.navigate(SignedInBrowser.addressOf(portal) + link);
        Browser.screenshot(page, "unsubscribe");

        page.getByText("Stäng av påminnelserna").click();

        assertThat(page.locator("h1").textContent()).isEqualTo("Påminnelserna är avstängda");
        Browser.screenshot(page, "unsubscribed");
        scene.morning(scene.town(), scene.monday().plusDays(7));
        assertThat(scene.written(scene.town(), person)).hasSize(1);
    }
}
