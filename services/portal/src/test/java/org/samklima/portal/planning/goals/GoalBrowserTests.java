package org.samklima.portal.planning.goals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.planning.goals.GoalInput.Point;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of goals and fields of action, in a real browser. */
@PortalTest
class GoalBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    OwnFigures own;

    @Autowired
    GoalChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    private Tenant town;
    private World.Person coordinator;

    @BeforeEach
    void a_town() {
        town = world.municipality("Granviken");
        coordinator = world.person("Klara Klimat", town, Role.COORDINATOR);
    }

    @ParameterizedTest
    @CsvSource({"1280, sv", "390, en"})
    void every_page_is_accessible_and_fits(int width, String language) {
        var reader = browser.reader(width);
        var address = SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug();
        var suffix = "-" + language;
        look(reader, language, "goals-empty" + suffix, address + "/goals");
        look(reader, language, "fields-empty" + suffix, address + "/fields");
        var page = reader.newPage();
        page.navigate(address + "/fields");
        page.locator("form[action$='/fields/first'] button").click();
        PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(7);
        var field = UUID.fromString(
                page.locator("tbody tr").nth(1).getAttribute("id").substring("field-".length()));
        page.close();

        figures();
        var relative = set(GoalKind.RELATIVE, "Klimatneutralt Granviken 2035", field, "ghg-total", "-85", 2035, null);
        served(relative);
        set(GoalKind.ABSOLUTE, "Mer cykelväg", field, "cycle-path", "160", 2030, null);
        var scenario = set(
                GoalKind.SCENARIO,
                "Mindre energi trots att vi växer",
                null,
                "energy-use",
                "-20",
                2030,
                List.of(point(2008, "310000"), point(2030, "380000")));
        var intensity = set(GoalKind.INTENSITY, "Två ton per person", null, "ghg-total", "2", 2030, null);
        var milestone = world.ask(town, () -> changes.add(milestone()).id());

        look(reader, language, "fields" + suffix, address + "/fields");
        look(reader, language, "field" + suffix, address + "/fields/" + field);
        look(reader, language, "goals" + suffix, address + "/goals");
        look(reader, language, "goal-relative" + suffix, address + "/goals/" + relative + "?law=7");
        look(reader, language, "goal-scenario" + suffix, address + "/goals/" + scenario);
        look(reader, language, "goal-intensity" + suffix, address + "/goals/" + intensity);
        look(reader, language, "goal-milestone" + suffix, address + "/goals/" + milestone);
        look(reader, language, "goal-kinds" + suffix, address + "/goals/new");
        look(reader, language, "goal-form" + suffix, address + "/goals/" + scenario + "/terms");
        look(reader, language, "field-import" + suffix, address + "/field-imports");
        importTried(reader, address, "goal-import" + suffix);
    }

    private static void importTried(BrowserContext reader, String address, String name) {
        var page = reader.newPage();
        page.navigate(address + "/goal-imports");
        var list = "goal;kind;measured by;baseline year;target year;target;due\n"
                + "Cykelplan antagen;MILESTONE;;;;;2027-05-01\nMer cykelväg;;;;;170;\n";
        page.locator("#file")
                .setInputFiles(new FilePayload("goals.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#file) button[type=submit]").click();
        PlaywrightAssertions.assertThat(page.locator(".import-counts li")).hasCount(2);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.close();
    }

    @Test
    void a_goal_is_set_without_scripts_and_comes_back_with_what_is_wrong() {
        figures();
        var reader = browser.withoutScripts(Browser.NARROW);
        var address = SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug();
        var page = reader.newPage();
        page.navigate(address + "/goals");
        page.locator(".empty a").click();
        page.locator("a[href*='kind=RELATIVE']").click();

        page.fill("#title", "Hälften 2030");
        page.selectOption("#indicator", "ghg-total");
        page.fill("#baselineYear", "1990");
        page.fill("#targetYear", "2030");
        page.fill("#targetValue", "50");
        page.press("#targetValue", "Enter");
        assertThat(page.locator("#targetValue-error").textContent()).contains("Skriv ett minus framför");
        assertThat(page.inputValue("#title")).isEqualTo("Hälften 2030");
        Browser.screenshot(page, "goal-wrong");
        assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));

        page.fill("#targetValue", "−50,5");
        page.press("#targetValue", "Enter");
        assertThat(page.locator(".page-heading .lead").textContent())
                .contains("målet är 50,5\u00a0% under 1990 års nivå");
        assertThat(page.locator(".chart-table table tbody tr").count()).isEqualTo(41);
    }

    private void served(UUID goal) {
        world.in(
                town,
                () -> List.of("Laddstolpar vid alla skolor", "Elbussar i stadstrafiken")
                        .forEach(title -> {
                            var activity = UUID.randomUUID();
                            jdbc.sql(
                                            "INSERT INTO activity (tenant_id, id, title, status, ends_on, responsible, effect_tonnes,"
                                                    + " created_at, changed_at) VALUES (?, ?, ?, 'ONGOING', '2028-12-31', 'Gatukontoret',"
                                                    + " 1250, now(), now())")
                                    .params(town.id(), activity, title)
                                    .update();
                            jdbc.sql("INSERT INTO activity_goal (tenant_id, activity_id, goal_id) VALUES (?, ?, ?)")
                                    .params(town.id(), activity, goal)
                                    .update();
                        }));
    }

    private void figures() {
        for (int year = 1990; year <= 2024; year++) {
            if (year != 1994 && (year >= 2000 || year % 5 == 0)) {
                figure("ghg-total", year, 92_000 - (year - 1990) * 1_150 + (year * 37 % 11) * 400);
            }
            figure("population", year, 21_000 + (year - 1990) * 95);
        }
        for (int year = 2008; year <= 2024; year++) {
            figure("energy-use", year, 310_000 + (year - 2008) * 900);
        }
        IntStream.of(2015, 2018, 2020, 2022, 2023, 2024)
                .forEach(year -> figure("cycle-path", year, 90 + (year - 2015) * 4));
    }

    private void figure(String indicator, int year, int value) {
        world.in(
                town,
                () -> own.enter(
                        indicator,
                        new OwnFigures.Entered(
                                year,
                                null,
                                BigDecimal.valueOf(value),
                                null,
                                null,
                                new SourceDetails("Kommunens egen statistik", "2025", null))));
    }

    private UUID set(
            GoalKind kind,
            String title,
            @Nullable UUID field,
            String indicator,
            String value,
            int year,
            @Nullable List<Point> scenario) {
        var from = indicator.equals("ghg-total") ? 1990 : indicator.equals("energy-use") ? 2008 : 2015;
        var input = new GoalInput(
                kind,
                title,
                "Målet gäller hela kommunens område.",
                field,
                indicator,
                null,
                kind == GoalKind.INTENSITY ? "population" : null,
                from,
                null,
                year,
                new BigDecimal(value),
                kind == GoalKind.RELATIVE ? List.of(point(2020, "-40"), point(2030, "-70")) : null,
                scenario,
                null,
                null,
                "Kommunfullmäktige",
                LocalDate.of(2024, 5, 27),
                "https://granviken.example/protokoll/2024-05-27");
        return world.ask(town, () -> changes.add(input.terms()).id());
    }

    private static GoalTerms milestone() {
        return new GoalInput(
                        GoalKind.MILESTONE,
                        "En värmeplan är antagen",
                        "Planen visar hur varje kvarter värms 2040.",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2025, 6, 30),
                        null,
                        null,
                        null,
                        null)
                .terms();
    }

    private static Point point(int year, String value) {
        return new Point(year, new BigDecimal(value));
    }

    private static void look(BrowserContext reader, String language, String name, String address) {
        var page = reader.newPage();
        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        if (page.locator("figure.chart").count() > 0) {
            page.locator("figure.chart[data-chart-state='drawn']").waitFor();
        }
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.close();
    }
}
