package org.samklima.portal.publication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.evaluation.EvaluationScene;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Where a secretariat works between the opening of a round and its edition, in a real browser: forms, official figures, the
 * board, submissions, scores, the edition. One network's year is made once and looked at by all.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretariatBrowserTests {

    /** The machine may be busy with something else. */
    private static final int A_WHILE = 60_000;

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(A_WHILE);

    private static final ReportForm FORM = ShippedForms.climateTest();
    private static final Answers ANSWERS = Ask.samples(FORM, ReportingScene.YEAR);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    private EvaluationScene closed;
    private EvaluationScene open;
    private Tenant ekby;
    private Tenant sent;
    private World.Person coordinator;

    @BeforeAll
    void aYearOfANetwork() throws Exception {
        var reporting = new ReportingScene(world, beans, "Klimatringen Sydkusten");
        closed = new EvaluationScene(world, beans, reporting, FORM, ReportingScene.YEAR);
        ekby = closed.reported("Ekby", ANSWERS);
        closed.accept(ekby, 1);
        closed.accept(closed.reported("Övre Sjötorp med Lillåns bruk", Ask.answers("council-target", false)), 1);
        closed.close();
        open = new EvaluationScene(world, beans, reporting, ShippedForms.quickCheck(), ReportingScene.YEAR);
        var answers = Ask.samples(ShippedForms.quickCheck(), ReportingScene.YEAR);
        sent = open.reported("Lindby", answers);
        open.sendBack(open.reported("Alvik", answers), 1, "Bilagan saknas");
        open.accept(open.reported(ekby, 1, answers), 1);
        open.started("Hamnöre");
        coordinator = world.person("Klara Klimat", ekby, Role.COORDINATOR);
        edition();
    }

    /** A published version with two statements, and the draft of the next. */
    private void edition() throws Exception {
        var staff = closed.staff().token();
        mvc.perform(put(closed.api("/edition"))
                        .with(staff)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"lockVersion": 0, "draft": {"title": {"sv": "Klimatåret", "en": "The climate year"},
                         "introduction": {"sv": "Så gick det.", "en": "How it went."}, "scores": true,
                         "statements": [{"code": "%s.council-target"}], "forms": ["%s"]}}""".formatted(FORM.code(), FORM.code())))
                .andExpect(status().isOk());
        mvc.perform(post(closed.api("/edition/publication")).with(staff)).andExpect(status().isCreated());
    }

    @ParameterizedTest
    @CsvSource({"1280, sv", "390, en"})
    void a_round_and_its_edition_are_accessible(int width, String language) {
        var reader = reader(width, language, open.staff());
        look(reader, "board", open.page("/board"));
        look(reader, "submission", open.page("/submissions/" + sent.id()));
        look(reader, "submission-long", closed.page("/submissions/" + ekby.id()));
        look(reader, "scores", closed.page("/scores"));
        look(reader, "edition", closed.page("/edition"));
        look(reader, "preview", closed.page("/edition/preview?member=" + ekby.slug()));
        look(reader, "edition-version", closed.page("/edition/versions/1"));
    }

    @ParameterizedTest
    @CsvSource({"1280, en", "390, sv"})
    void report_forms_are_accessible(int width, String language) {
        var reader = reader(width, language, open.staff());
        var forms = "/" + open.association().slug() + "/report-forms";
        look(reader, "forms", forms);
        var page = look(reader, "forms-import", forms + "/import");

        page.locator("form[action$=shipped] button").first().click();
        look(page, "forms-draft");
        page.navigate(SignedInBrowser.addressOf(beans) + forms + "/import");
        page.setInputFiles("#file", file("form.json", "{}"));
        page.locator("form[enctype] button").click();
        look(page, "forms-import-flawed");
        assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));
        page.navigate(SignedInBrowser.addressOf(beans) + forms);
        page.locator("main table a").first().click();
        look(page, "forms-read");
    }

    @ParameterizedTest
    @CsvSource({"1280, sv", "390, en"})
    void official_figures_are_imported_and_accessible(int width, String language) {
        var staff = reader(width, language, open.staff());
        var network = "/" + open.association().slug();
        var page = look(staff, "indicator-imports", network + "/imports");
        page.setInputFiles("#file", file("utsläpp.csv", observations(width, "Ekby", "Lindby", "Någonstans")));
        page.locator("form[enctype] button").click();
        page.fill("#sourceName", "Riksdata");
        page.selectOption("#indicator", "ghg-total");
        look(page, "indicator-import");
        page.locator("#matching .actions button").click();
        assertThat(page.locator("main section").first()).containsText("Någonstans", PATIENTLY);
        look(page, "indicator-import-tried");
        page.selectOption("#onUnknownMember", "LEAVE_OUT");
        page.locator("#matching .actions button").click();
        page.locator("form[action$=execution] button").click(new Locator.ClickOptions().setTimeout(A_WHILE));
        page.locator("main .actions a").waitFor(new Locator.WaitForOptions().setTimeout(A_WHILE));
        look(page, "indicator-import-done");

        look(staff, "indicators", network + "/indicators");
        look(staff, "indicator", network + "/indicators/ghg-total");
        var member = reader(width, language, coordinator);
        look(member, "indicators-member", "/" + ekby.slug() + "/indicators");
        look(member, "indicator-member", "/" + ekby.slug() + "/indicators/ghg-total");
    }

    /** @param most tonnes in the first year, another number in every import so that there is something to import */
    private static String observations(int most, String... municipalities) {
        return IntStream.rangeClosed(1990, 2024)
                .boxed()
                .flatMap(year -> Stream.of(municipalities)
                        .map(name -> name + ";" + year + ";" + (60_000 + most - 11 * (year - 1990))))
                .collect(Collectors.joining("\n", "Kommun;År;Ton CO2e\n", "\n"));
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private BrowserContext reader(int width, String language, World.Person person) {
        var reader = browser.reader(width, language);
        SignedInBrowser.signIn(reader, person, beans);
        return reader;
    }

    private Page look(BrowserContext reader, String name, String path) {
        var page = reader.newPage();
        page.navigate(SignedInBrowser.addressOf(beans) + path);
        return look(page, name);
    }

    private static Page look(Page page, String name) {
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        return page;
    }
}
