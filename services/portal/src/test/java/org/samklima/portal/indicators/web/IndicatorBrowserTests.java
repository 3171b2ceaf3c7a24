package org.samklima.portal.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.ObservationWriting;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.OwnFigures.Entered;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.indicators.Source;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.Sources;
import org.samklima.portal.indicators.imports.CountyReport;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.NotationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of indicators in a municipality, in a real browser. */
@PortalTest
class IndicatorBrowserTests {

    private static final SourceDetails COUNT = new SourceDetails("Egen räkning", "våren 2025", null);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    IndicatorCatalogue catalogue;

    @Autowired
    ObservationWriting writing;

    @Autowired
    Sources sources;

    @Autowired
    OwnFigures own;

    @Autowired
    ApplicationContext portal;

    private Tenant town;
    private World.Person coordinator;

    @BeforeEach
    void a_municipality_with_figures() {
        town = world.municipality("Granviken");
        coordinator = world.person("Klara Lindqvist-Söderberg", town, Role.COORDINATOR);
        List<Observation> figures = new ArrayList<>();
        world.in(town, () -> {
            catalogue.adopt(List.of("co2-sector", "population", "cycle-path"));
            var source = sources.imported(
                    new SourceDetails("Påhittad emissionsdatabas", "2024-04-18", "https://example.org"), "x.xlsx", 1);
            var sectors = SharedCatalogue.shipped()
                    .findSectorList("se-official")
                    .orElseThrow()
                    .sectors();
            for (int year : List.of(1990, 2000, 2005, 2010, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022)) {
                var whole = BigDecimal.ZERO;
                for (int i = 0; i < sectors.size(); i++) {
                    var value = BigDecimal.valueOf((i + 1) * 4_321L * (2040 - year), 2);
                    whole = whole.add(value);
                    figures.add(observation("co2-sector", sectors.get(i).code(), year, value, source));
                }
                figures.add(observation("co2-sector", null, year, whole, source));
                if (year > 2004) {
                    figures.add(observation(
                            "population", null, year, BigDecimal.valueOf(31_000L + 40L * (year - 2005)), source));
                }
            }
            writing.all(figures, written -> {});
            own.enter(
                    "co2-sector",
                    new Entered(
                            2022, "transport", new BigDecimal("45000.5"), null, "Färjan räknades två gånger.", COUNT));
            own.enter(
                    "co2-sector",
                    new Entered(2021, "product-use", null, NotationKey.NE, "Ingen uppgift från butikerna.", COUNT));
            own.enter("cycle-path", new Entered(2021, null, new BigDecimal("112.4"), null, null, COUNT));
            own.enter("cycle-path", new Entered(2022, null, new BigDecimal("118"), null, null, COUNT));
        });
    }

    private static Observation observation(
            String indicator, @Nullable String sector, int year, BigDecimal value, Source source) {
        return new Observation(
                Tenancy.tenantId(),
                indicator,
                sector,
                year,
                new Figure.Value(value),
                null,
                Origin.OFFICIAL,
                source,
                null,
                Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void every_page_is_accessible(int width) {
        var reader = browser.reader(width);
        var here = SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug();
        look(reader, "indicators", here + "/indicators");
        look(reader, "indicator", here + "/indicators/co2-sector");
        look(
                reader,
                "indicator-period",
                here + "/indicators/co2-sector?from=2015&to=2022&baseline=1990&per=inhabitant");
        look(reader, "indicator-line", here + "/indicators/cycle-path");
        look(reader, "indicator-empty", here + "/indicators/solar-power");
        look(reader, "indicator-entry-years", here + "/indicators/cycle-path/entry");
        look(reader, "indicator-entry-sectors", here + "/indicators/co2-sector/entry?ofYear=2022");
        look(reader, "indicator-new", here + "/new-indicator");
        look(reader, "sector-lists", here + "/sector-lists");
        look(reader, "sector-list-new", here + "/new-sector-list");
        look(reader, "figure-imports", here + "/imports");
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void figures_are_entered_and_a_correction_asks_why(int width) {
        var reader = browser.reader(width);
        var here = SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug();
        var page = reader.newPage();
        page.navigate(here + "/indicators/co2-sector/entry?ofYear=2020");
        page.getByLabel("Vår egen, Jordbruk").fill("12 345,5");
        page.getByLabel("Vår egen, Arbetsmaskiner").fill("mycket");
        page.getByText("Spara siffrorna").click();
        PlaywrightAssertions.assertThat(
                        page.getByText("”mycket” är varken ett tal").first())
                .isVisible();
        Browser.screenshot(page, "indicator-entry-wrong");
        Browser.assertAccessible(page);
        assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));

        page.getByLabel("Vår egen, Arbetsmaskiner").fill("");
        page.getByLabel("Förklaring eller kommentar, Jordbruk").fill("Djuren i Utby räknades inte.");
        page.getByText("Spara siffrorna").click();

        PlaywrightAssertions.assertThat(page.getByText("Sparade siffror: 1.")).isVisible();
        PlaywrightAssertions.assertThat(page.getByText("Djuren i Utby räknades inte."))
                .isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void the_official_report_is_recognised_tried_and_imported(int width) {
        var reader = browser.reader(width);
        var here = SignedInBrowser.signIn(reader, coordinator, portal) + "/" + town.slug();
        var page = reader.newPage();
        page.navigate(here + "/imports");
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "lansrapport.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        CountyReport.of(Map.of("Vikens län", List.of("Granviken", "Utby", "Ekby")))));
        page.getByText("Ladda upp och titta").click();
        PlaywrightAssertions.assertThat(page.getByText("Det här är länsrapporten"))
                .isVisible();
        Browser.screenshot(page, "figure-import-recognised");
        Browser.assertAccessible(page);

        page.getByText("Pröva utan att spara").click();
        page.getByText("40 uppgifter är klara att importera").waitFor();
        Browser.screenshot(page, "figure-import-tried");
        Browser.assertAccessible(page);
        page.getByText("Importera 40 uppgifter").click();
        page.getByText("40 uppgifter är importerade.").waitFor();
    }

    private static void look(BrowserContext reader, String name, String address) {
        var page = reader.newPage();
        page.navigate(address);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.close();
    }
}
