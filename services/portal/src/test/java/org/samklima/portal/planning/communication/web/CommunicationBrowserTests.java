package org.samklima.portal.planning.communication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.PlanScene;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.planning.communication.WheelChanges;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of the communication plan, in a real browser. */
@PortalTest
class CommunicationBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    CommunicationPlan plan;

    @Autowired
    PlanTasks tasks;

    @Autowired
    Glossary glossary;

    @Autowired
    WheelChanges wheel;

    @Autowired
    ApplicationContext portal;

    Tenant town;
    World.Person coordinator;

    @BeforeEach
    void a_town_with_a_plan() {
        town = world.municipality("Havneby");
        coordinator = world.person("Kim Koordinator", town, Role.COORDINATOR);
        world.in(town, () -> {
            wheel.add("Budget vedtages i byrådet", 10, 8);
            wheel.add("Årsregnskab", 4, 28);
            wheel.add("Klimaregnskab", 5, 2);
            PlanScene.PARTIES.forEach(party -> glossary.add(party, Set.of(coordinator.id())));
            PlanScene.LAUNCH.forEach(plan::add);
            PlanScene.IMPLEMENTATION.forEach(plan::add);
        });
        var first = world.ask(town, () -> tasks.find(TaskFilter.ALL)).getFirst();
        world.in(town, () -> tasks.done(List.of(first.id()), tasks.today()));
    }

    @Test
    void what_is_read_on_a_screen_is_accessible() {
        var reader = browser.reader(Browser.WIDE);
        var here = here(reader);
        look(reader, "communication", here);
        look(reader, "communication-row", here + "/entries/" + row().id());
        look(reader, "communication-tasks", here + "/tasks");
        look(reader, "communication-wheel", here + "/year-wheel?year=2026");
        look(reader, "communication-glossary", here + "/glossary");
    }

    @Test
    void every_page_is_accessible_on_a_phone() {
        var task = world.ask(town, () -> tasks.find(TaskFilter.ALL)).getLast();
        var party = world.ask(town, () -> glossary.all()).getFirst();
        var reader = browser.reader(Browser.NARROW);
        var here = here(reader);
        look(reader, "communication-order", here + "?order=true");
        look(reader, "communication-row", here + "/entries/" + row().id());
        look(reader, "communication-days", here + "/entries/" + row().id() + "/days");
        look(reader, "communication-titles", here + "/titles");
        look(reader, "communication-tasks", here + "/tasks");
        look(reader, "communication-task", here + "/tasks/" + task.id());
        look(reader, "communication-wheel", here + "/year-wheel?year=2026");
        look(reader, "communication-party", here + "/glossary/" + party.id());
        look(reader, "communication-calendar", here + "/calendar");
    }

    private Entry row() {
        return world.ask(town, () -> plan.entries()).getFirst();
    }

    private String here(BrowserContext reader) {
        return SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug() + "/communication";
    }

    @Test
    void a_plan_begins_on_an_empty_page_and_asks_for_days_where_nobody_understands_when() {
        var other = world.municipality("Tomby");
        world.join(coordinator, other, Role.COORDINATOR);
        var reader = browser.withoutScripts(Browser.NARROW);
        var page = reader.newPage();
        page.navigate(SignedInBrowser.signIn(reader, coordinator, portal) + "/" + other.slug() + "/communication");
        Browser.screenshot(page, "communication-empty");

        page.getByText("Skriv den första raden").click();
        page.getByLabel("Intressent").fill("Alla");
        page.getByLabel("När").fill("när planen är klar");
        page.getByLabel("Ansvarig").press("Enter");
        Browser.screenshot(page, "communication-asks");
        page.getByLabel("Dagar").first().fill("15 maj 2027\nhösten 2027");
        page.getByLabel("Uppgifter per år").press("Enter");

        PlaywrightAssertions.assertThat(page.locator("tbody th"))
                .hasText(new String[] {"15 maj 2027", "30 november 2027"});
        assertThat(page.locator("main").textContent()).contains("när planen är klar");
    }

    @Test
    void tasks_are_ticked_off_several_at_once() {
        var reader = browser.reader(Browser.NARROW);
        var page = reader.newPage();
        page.navigate(SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug()
                + "/communication/tasks?show=LATE");
        var boxes = page.locator("input[name=task]");
        int late = boxes.count();
        boxes.nth(0).check();
        boxes.nth(1).check();
        page.getByText("De valda är gjorda").click();

        PlaywrightAssertions.assertThat(page.locator("input[name=task]")).hasCount(late - 2);
        assertThat(page.locator(".notice").first().textContent()).contains("2 gjorda");
    }

    @Test
    void a_list_is_tried_and_then_imported() {
        var reader = browser.reader(Browser.NARROW);
        var page = reader.newPage();
        page.navigate(
                SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug() + "/communication/imports");
        choose(page, "Vem;Vad;När\nPensionärer;Vad planen betyder för dig;Q1 2027\nSkolor;Tema;nästa läsår\n");
        page.getByText("Prova utan att spara").click();
        Browser.screenshot(page, "communication-import-tried");
        Browser.assertAccessible(page);
        page.getByText("Importera 2 rader").click();

        page.locator(".plan tbody th")
                .filter(new Locator.FilterOptions().setHasText("Pensionärer"))
                .waitFor();
    }

    private static void choose(Page page, String list) {
        page.setInputFiles(
                "input[type=file]", new FilePayload("plan.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    }

    private static void look(BrowserContext reader, String name, String address) {
        var page = reader.newPage();
        page.navigate(address);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.close();
    }
}
