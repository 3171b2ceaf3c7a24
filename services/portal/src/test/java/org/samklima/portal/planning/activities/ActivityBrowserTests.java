package org.samklima.portal.planning.activities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.planning.activities.PlanBuilder.plan;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.files.Pictures;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalTest
class ActivityBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    Activities activities;

    @Autowired
    ActivityLog log;

    @Autowired
    ApplicationContext beans;

    private Tenant granby;
    private World.Person cora;
    private Activity activity;
    private LogEntry entry;
    private LocalDate today;

    @BeforeEach
    void an_activity_with_a_log() {
        granby = world.municipality("Granby kommun");
        cora = world.person("Cora Samordnare", granby, Role.COORDINATOR);
        Tenancy.inTenant(granby.id(), new Actor(cora.id(), cora.name(), Set.of(Role.COORDINATOR)), () -> {
            today = activities.surroundings().today();
            activity = activities.add(plan("Cykelbanor till alla skolor")
                    .reference("T3.2")
                    .responsible(cora.id(), "")
                    .status(ActivityStatus.ONGOING)
                    .from(today.minusYears(1))
                    .until(today.minusDays(3))
                    .effect("1250.5", "400 skjutsande föräldrar byter till cykel, enligt resvaneundersökningen 2025")
                    .benefits("HEALTH", "AIR_QUALITY", "NOISE")
                    .budget(today.getYear(), BudgetKind.INVESTMENT, "Klimatklivet", "12500000", "3400000")
                    .budget(today.getYear(), BudgetKind.WORKING_TIME, "", "250000", null)
                    .milestone("Planen är antagen", today.minusMonths(6))
                    .milestone("Första banan invigd", today.plusMonths(2))
                    .build());
            activities.reach(
                    activity.id(), activity.plan().milestones().getFirst().id(), today.minusMonths(6));
            entry = log.write(
                    activity.id(),
                    new LogNote(today.minusDays(9), "Räknade cyklister vid Ekskolan.\nFler än i fjol.", null, ""),
                    null,
                    List.of(
                            CheckedFile.of("ekskolan.jpg", Pictures.photo(1600, 1200)),
                            CheckedFile.of("räkning.csv", "dag;antal\nmåndag;112\n".getBytes())));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void the_pages_of_an_activity_are_accessible(int width) {
        var reader = browser.reader(width);
        var base = SignedInBrowser.signIn(reader, cora, beans) + "/" + granby.slug() + "/activities";
        var one = "/" + activity.id();

        for (var path : List.of(one, one + "/plan", one + "/log", one + "/log/" + entry.id(), "/new", "/log")) {
            var page = reader.newPage();
            page.navigate(base + path);
            Browser.screenshot(
                    page, "activity" + path.replaceAll("[0-9a-f-]{36}", "x").replaceAll("[^a-z0-9]+", "-"));
            Browser.assertAccessible(page);
            page.close();
        }
    }

    @Test
    void an_entry_with_a_picture_is_written_on_a_phone() {
        var page = openLog();

        page.getByLabel("Vad som har gjorts").fill("Ny bana vid Ekskolan");
        page.getByLabel("Ta en bild")
                .setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", Pictures.photo(3000, 2000)));
        page.getByLabel("Ett tal").fill("1,5");
        page.getByLabel("Vad talet räknar").fill("km");
        save(page);

        assertThat(page.locator(".notice-success")).containsText("Skrivet i loggen");
        var written = page.locator(".log > li").first();
        assertThat(written).containsText("Ny bana vid Ekskolan");
        assertThat(written).containsText("1,5 km");
        assertThat(written.locator("img")).hasJSProperty("complete", true);
        assertThat((int) written.locator("img").evaluate("picture => picture.naturalWidth"))
                .isEqualTo(640);
    }

    @Test
    void a_picture_that_is_too_large_is_told_before_it_is_sent_and_nothing_typed_is_lost(@TempDir Path folder)
            throws IOException {
        var large = folder.resolve("stor.jpg");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(30 * 1024 * 1024);
        }
        var page = openLog();

        page.getByLabel("Vad som har gjorts").fill("Mycket text");
        page.getByLabel("Ta en bild").setInputFiles(large);
        assertThat(page.locator(".upload-problem")).containsText("”stor.jpg” är större än 25 MB");
        Browser.screenshot(page, "activity-too-large");
        save(page);
        assertThat(page.getByLabel("Vad som har gjorts")).hasValue("Mycket text");
        assertThat(page.getByLabel("Ta en bild")).isFocused();

        page.getByLabel("Ta en bild").setInputFiles(new FilePayload[0]);
        save(page);
        assertThat(page.locator(".log > li").first()).containsText("Mycket text");
    }

    private Page openLog() {
        var reader = browser.reader(Browser.NARROW);
        var address = SignedInBrowser.signIn(reader, cora, beans) + "/" + granby.slug() + "/activities/";
        var page = reader.newPage();
        page.navigate(address + activity.id() + "/log");
        return page;
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara"))
                .click();
    }
}
