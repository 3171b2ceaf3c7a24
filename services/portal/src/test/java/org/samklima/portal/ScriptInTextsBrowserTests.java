package org.samklima.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.evaluation.EvaluationScene;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.RoundPlan;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Writes script into every text field of every form that the pages lead to, and into every text that comes by file or from
 * elsewhere, and then looks at every page: none of it has become an element, a link or a result, and none of it ran.
 */
@PortalTest
class ScriptInTextsBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    ApplicationContext portal;

    @Autowired
    World world;

    EvaluationScene scene;
    World.Person person;
    List<String> starts;

    @BeforeEach
    void a_network_whose_every_name_is_hostile() {
        var form = Hostile.made(ShippedForms.quickCheck());
        var reporting = new ReportingScene(world, portal, "Ringen " + Hostile.TEXT);
        scene = new EvaluationScene(world, portal, reporting, form, ReportingScene.YEAR);
        var town = scene.reported("By " + Hostile.TEXT, answers(form, Hostile.LINK));
        scene.close();
        begun(town, reporting.plan(form, ReportingScene.YEAR + 1, false));
        begun(town, reporting.plan(form, ReportingScene.YEAR + 2, true));
        reporting.planned(reporting.plan(form, ReportingScene.YEAR + 3, false));
        person = world.person("Mia " + Hostile.TEXT, scene.association(), Role.values());
        world.join(person, town, Role.values());
        starts = List.of("/" + scene.association().slug(), "/" + town.slug(), "/operator/tenants");
    }

    private void begun(Tenant town, RoundPlan plan) {
        var reporting = scene.reporting();
        var report = reporting.begun(town, reporting.opened(plan));
        answers(Hostile.made(ShippedForms.quickCheck()), "https://example.org/plan")
                .byQuestion()
                .forEach((question, answer) -> reporting.answer(town, report, question, answer));
    }

    @Test
    void nothing_that_is_written_anywhere_runs_anywhere() {
        var page = browser.withoutScripts(Browser.WIDE).newPage();
        var address = SignedInBrowser.signInOperator(page.context(), person, portal);
        var written = writeEverywhere(page, address);

        var reading = browser.withoutContentPolicy(Browser.WIDE).newPage();
        SignedInBrowser.signInOperator(reading.context(), person, portal);
        var walk = new PageWalk(reading, address, this::pattern);
        starts.forEach(start -> walk.from(start, _ -> false));

        assertThat(walk.deadLinks()).as("links that lead nowhere").isEmpty();
        assertThat(walk.hostilePages()).as("pages that show what was written").isGreaterThan(60);
        assertThat(written.taken().stream().map(this::pattern).distinct())
                .as("forms that took it; refused were %s", written.refused())
                .hasSizeGreaterThan(25);
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).containsAnyOf("404", "409", "422"));
    }

    private FormWriting writeEverywhere(Page page, String address) {
        var walk = new PageWalk(page, address, this::pattern);
        var day = scene.reporting().today().plusDays(40).toString();
        var writing = new FormWriting(page, walk, this::pattern, day);
        starts.forEach(start -> walk.from(start, path -> writing.everyFormOf(address + path)));
        var edition = address + scene.page("/edition");
        page.navigate(edition);
        new FormWriting(page, walk, this::pattern, day).everyFormOf(edition);
        page.navigate(edition + "/preview");
        page.locator("form[action$='/publication'] button[type=submit]").click();
        walk.assertHarmless();
        new FormWriting(page, walk, this::pattern, day).everyFormOf(edition);
        return writing;
    }

    /** Of the page that a path leads to: the one with the fewest variables. */
    private String pattern(String path) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> path.matches(pattern.replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingLong(
                        pattern -> pattern.chars().filter(sign -> sign == '{').count()))
                .orElse(path);
    }

    private static Answers answers(ReportForm form, String link) {
        return new Answers(form.questions().stream()
                .collect(Collectors.toMap(Question::code, question -> answer(question.kind(), link))));
    }

    private static Answer answer(Kind kind, String link) {
        return switch (kind) {
            case Kind.YesNo _ -> new Answer.YesNo(true);
            case Kind.OneOf choice ->
                new Answer.OneOf(choice.options().getFirst().code());
            case Kind.SeveralOf choice ->
                new Answer.SeveralOf(List.of(choice.options().getFirst().code()));
            case Kind.Numeric _ -> new Answer.Amount(BigDecimal.TEN);
            case Kind.FreeText _ -> new Answer.FreeText(Hostile.TEXT);
            case Kind.Day _ -> new Answer.Day(LocalDate.of(2025, 5, 12));
            case Kind.Evidence _ -> new Answer.Evidence(link, Hostile.TEXT);
            case Kind.IndicatorTable table ->
                new Answer.Table(List.of(new Answer.Table.Cell(
                        table.sectors().getFirst().code(),
                        ReportingScene.YEAR + table.yearOffsets().getFirst(),
                        new Answer.Amount(BigDecimal.TEN))));
        };
    }
}
