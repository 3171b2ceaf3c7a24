package org.samklima.portal.planning.activitylists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.planning.PlanScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The lists of activities and their import in a real browser, with an invented plan of sixty. */
@PortalTest
class ActivityListsBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final List<String> FIELDS = List.of(
            "Transporter / Cykel och gång",
            "Transporter / Kollektivtrafik",
            "Energi",
            "Byggnader",
            "Konsumtion och avfall");

    private static final List<String> WHAT = List.of(
            "Cykelväg längs Storån",
            "Laddplatser vid stationen",
            "Solceller på skoltaken",
            "Energirådgivning för småföretag",
            "Återbruk av möbler i kommunens lokaler",
            "Klimatsmarta skolmåltider",
            "Utfasning av oljepannor",
            "Busslinje till industriområdet",
            "Trygga skolvägar",
            "Ny fjärrvärmekulvert",
            "Hyr i stället för köp",
            "Träbyggnadsprogram");

    private static final List<String> STATUSES = List.of(
            "ongoing",
            "not started",
            "ongoing",
            "completed",
            "ongoing",
            "postponed",
            "not started",
            "cancelled",
            "ongoing",
            "completed");

    private static final List<String> WHO =
            List.of("Karin Ek", "Gatukontoret", "Fastighetsenheten", "", "Karin Ek", "Energibolaget");

    @Autowired
    ApplicationContext beans;

    private PlanScene scene;

    @BeforeEach
    void a_town_with_a_plan() {
        scene = new PlanScene(beans);
        scene.goal("Halverade utsläpp från transporter till 2030");
        scene.has(plan());
    }

    private String plan() {
        int year = scene.today().getYear();
        var rows = new ArrayList<>(
                List.of("reference|title|field|status|start|end|responsible|effect|public|budget|log|logged on"));
        for (int number = 0; number < 60; number++) {
            int begins = year - 3 + number * 5 % 7;
            var status = STATUSES.get(number % STATUSES.size());
            var over = status.equals("completed");
            rows.add("%s%d|%s%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s"
                    .formatted(
                            "TKEBA".charAt(number % 5),
                            number / 5 + 1,
                            WHAT.get(number % WHAT.size()),
                            number < WHAT.size() ? "" : ", etapp " + (number / WHAT.size() + 1),
                            number % 11 == 10 ? "" : FIELDS.get(number % FIELDS.size()),
                            status,
                            number % 13 == 12 ? "" : (over ? year - 3 : begins) + "-0" + (1 + number % 9) + "-01",
                            number % 13 == 12 ? "" : (begins + 1 + number % 4) + "-12-31",
                            WHO.get(number % WHO.size()),
                            number % 3 == 0 ? "" : String.valueOf(number * 37 % 900),
                            number % 4 == 0 ? "yes" : "no",
                            number % 4 == 1
                                    ? ""
                                    : year + " investment: " + number * 25_000 + " / " + number * 9_000
                                            + " (Naturvårdsverket)",
                            status.equals("ongoing") && number % 3 != 0 ? "Arbetet har kommit en bit." : "",
                            status.equals("ongoing") && number % 3 != 0 ? (year - number % 2) + "-02-11" : ""));
        }
        return String.join("\n", rows) + "\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void list_board_timeline_and_import_are_accessible(int width) {
        var reader = browser.reader(width);
        var address = SignedInBrowser.signIn(reader, scene.coordinator(), beans);
        var page = reader.newPage();
        for (var look : List.of("", "/board", "/timeline")) {
            page.navigate(address + scene.page("/activities" + look));
            Browser.screenshot(page, "activities" + look.replace('/', '-'));
            Browser.assertAccessible(page);
        }
        page.navigate(address + scene.page("/activity-imports"));
        page.setInputFiles("input[type=file]", new FilePayload("plan.csv", "text/csv", """
                assessment,id,title,text,parent
                green,H,Housing,Housing,
                green,H1,Label for renovated houses,Label for renovated houses,H
                white,H1-Plan,planned,A label,H1
                red,H1-13,Status 2013,Ten plaques.,H1
                red,T1,Cykelväg längs Storån,,T
                """.getBytes(UTF_8)));
        page.getByText("Prova utan att spara").click();
        page.selectOption("#column-activity-status", "#1");
        page.getByText("Prova utan att spara").click();
        Browser.screenshot(page, "activity-import");
        Browser.assertAccessible(page);
        assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void without_scripts_a_card_changes_its_column_by_keyboard_and_a_view_is_saved(int width) {
        var reader = browser.withoutScripts(width);
        var address = SignedInBrowser.signIn(reader, scene.coordinator(), beans);
        var page = reader.newPage();
        page.navigate(
                address + scene.page("/activities/board?q=solceller+på+skoltaken&status=ONGOING&status=COMPLETED"));
        var card = page.locator(".card-of-plan").first();
        var title = card.locator(".card-title a").textContent();

        card.locator("summary").press("Enter");
        card.locator("button[value=COMPLETED]").press("Enter");

        assertThat(page.locator(".notice-success").textContent()).contains(title, "Genomförd");
        assertThat(column(page, "COMPLETED")).anyMatch(text -> text.contains(title));
        assertThat(column(page, "ONGOING")).noneMatch(text -> text.equals(title));

        page.getByText("Spara den här vyn").press("Enter");
        page.fill("#view-name", "Solcellerna");
        page.getByText("Spara vyn").last().press("Enter");
        page.navigate(address + scene.page("/activities"));
        page.getByText("Solcellerna").click();
        page.waitForURL(url -> url.contains("/activities/board") && url.contains("status=COMPLETED"));
    }

    private static List<String> column(Page page, String status) {
        return page.locator("[aria-labelledby=column-" + status + "] .card-title a")
                .allTextContents();
    }

    @Test
    void the_filter_shows_what_it_says_in_every_look() {
        var reader = browser.reader(Browser.WIDE);
        var address = SignedInBrowser.signIn(reader, scene.coordinator(), beans);
        var page = reader.newPage();
        page.navigate(address + scene.page("/activities"));
        page.selectOption("#field", new SelectOption().setLabel("Energi"));
        page.getByText("Visa", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(url -> url.contains("field="));
        int listed = page.locator(".activity-list tbody tr").count();

        page.locator(".subnav").getByText("Tidslinje").click();
        assertThat(listed).isPositive();
        PlaywrightAssertions.assertThat(page.locator(".timeline-table tbody tr"))
                .hasCount(listed);
        page.locator(".subnav").getByText("Tavla").click();
        PlaywrightAssertions.assertThat(page.locator(".card-of-plan")).hasCount(listed);
    }
}
