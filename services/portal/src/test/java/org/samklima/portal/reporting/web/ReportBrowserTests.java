package org.samklima.portal.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalTest
class ReportBrowserTests {

    private static final ReportForm FORM = ShippedForms.quickCheck();

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    ReportingScene scene;
    Tenant ekby;
    World.Person karin;
    UUID report;
    UUID round;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby kommun");
        karin = world.person("Karin Koll", ekby, Role.COORDINATOR, Role.DECISION_MAKER);
        round = scene.opened(FORM);
        report = scene.begun(ekby, round);
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW, Browser.NARROWEST})
    void the_pages_of_a_report_are_accessible(int width) {
        answerAll();
        scene.submit(ekby, report, 1);
        var next = scene.begun(ekby, scene.opened(scene.plan(ShippedForms.climateTest(), 2027, true)));
        scene.answer(ekby, next, "council-target", new Answer.YesNo(true));
        var reader = browser.reader(width);
        var base = SignedInBrowser.signIn(reader, karin, beans) + "/" + ekby.slug() + "/reports";

        for (var path : List.of(
                "",
                "/" + report,
                "/" + report + "/submissions/1",
                "/" + report + "/sections/" + FORM.sections().getFirst().code(),
                "/" + next,
                "/" + next + "/check",
                "/" + next + "/sections/basic-requirements",
                "/" + next + "/sections/goals-follow-up")) {
            var page = reader.newPage();
            page.navigate(base + path);
            Browser.screenshot(
                    page, "report" + path.replaceAll("[0-9a-f-]{36}", "x").replaceAll("[^a-z0-9]+", "-"));
            Browser.assertAccessible(page);
            page.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void the_pages_of_a_round_are_accessible(int width) {
        world.in(
                scene.association(),
                () -> scene.rounds().extendFor(round, ekby.id(), scene.today().plusDays(40), "The coordinator is ill"));
        var planned = scene.planned(scene.plan(FORM, 2027, true));
        var reader = browser.reader(width);
        var base = SignedInBrowser.signIn(reader, scene.staff(), beans) + "/"
                + scene.association().slug() + "/rounds";

        for (var path : List.of("", "/" + round, "/" + planned, "/new", "/" + round + "/closing")) {
            var page = reader.newPage();
            page.navigate(base + path);
            Browser.screenshot(
                    page, "rounds" + path.replaceAll("[0-9a-f-]{36}", "x").replaceAll("[^a-z0-9]+", "-"));
            Browser.assertAccessible(page);
            page.close();
        }
    }

    @Test
    void an_answer_is_saved_while_it_is_typed() {
        var number = questionOf(Kind.Numeric.class);
        var page = open(signedIn(Browser.WIDE), number);

        page.locator("#v-" + number).pressSequentially("12");

        assertThat(page.locator("#s-" + number)).containsText("Sparat");
        assertThat(scene.file(ekby, report).filled().answer(number)).contains(new Answer.Amount(new BigDecimal("12")));
    }

    @Test
    void an_answer_that_cannot_be_saved_because_one_was_signed_out_meanwhile_stays_on_the_page_and_says_so() {
        var number = questionOf(Kind.Numeric.class);
        var reader = signedIn(Browser.WIDE);
        var page = open(reader, number);
        reader.clearCookies();

        page.locator("#v-" + number).pressSequentially("12");

        assertThat(page.locator("[data-page-outdated]")).containsText("Detta sparades inte");
        assertThat(page.locator("#v-" + number)).hasValue("12");
        assertThat(scene.file(ekby, report).filled().answer(number)).isEmpty();
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).contains("403"));
    }

    @Test
    void the_later_of_two_editors_chooses_between_both_answers() {
        var number = questionOf(Kind.Numeric.class);
        var reader = signedIn(Browser.WIDE);
        var page = open(reader, number);
        scene.answer(ekby, report, number, new Answer.Amount(new BigDecimal("7")));

        page.locator("#v-" + number).pressSequentially("12");
        assertThat(page.locator("#s-" + number)).containsText("Tess Test ändrade svaret");
        assertThat(page.locator("#v-" + number)).hasValue("12");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Behåll mitt"))
                .click();

        assertThat(page.locator("#s-" + number)).containsText("Sparat");
        assertThat(scene.file(ekby, report).filled().answer(number)).contains(new Answer.Amount(new BigDecimal("12")));
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).contains("422"));
    }

    @Test
    void a_whole_section_is_answered_and_submitted_without_scripts() {
        var reader = browser.withoutScripts(Browser.NARROW);
        var base = SignedInBrowser.signIn(reader, karin, beans) + "/" + ekby.slug() + "/reports/" + report;
        var number = questionOf(Kind.Numeric.class);
        answerAll();
        var page = reader.newPage();
        page.navigate(base + "/sections/" + sectionOf(number));

        page.locator("#v-" + number).fill("33");
        page.locator("button[name=go][value=next]").press("Enter");

        assertThat(scene.file(ekby, report).filled().answer(number)).contains(new Answer.Amount(new BigDecimal("33")));
        page.navigate(base + "/submission");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka in nu"))
                .press("Enter");
        assertThat(page.locator("h1")).containsText("är inskickad till Klimatringen");
    }

    private BrowserContext signedIn(int width) {
        var reader = browser.reader(width);
        SignedInBrowser.signIn(reader, karin, beans);
        return reader;
    }

    private Page open(BrowserContext reader, String question) {
        var page = reader.newPage();
        page.navigate(SignedInBrowser.addressOf(beans) + "/" + ekby.slug() + "/reports/" + report + "/sections/"
                + sectionOf(question));
        return page;
    }

    private static String questionOf(Class<?> kind) {
        return FORM.questions().stream()
                .filter(question -> kind.isInstance(question.kind()) && question.shownOnlyIf() == null)
                .map(Question::code)
                .findFirst()
                .orElseThrow();
    }

    private static String sectionOf(String question) {
        return FORM.sections().stream()
                .filter(section -> section.questions().stream()
                        .anyMatch(each -> each.code().equals(question)))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void answerAll() {
        for (var question : FORM.questions()) {
            scene.answer(ekby, report, question.code(), Ask.sample(question.kind(), ReportingScene.YEAR));
        }
    }
}
