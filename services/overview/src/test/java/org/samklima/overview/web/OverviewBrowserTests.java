package org.samklima.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.overview.OverviewTest;
import org.samklima.overview.invented.Hostile;
import org.samklima.overview.invented.InventedNetwork;
import org.samklima.overview.invented.InventedShelf;
import org.samklima.overview.shelf.Looking;
import org.samklima.overview.shelf.Publications;
import org.samklima.pages.testing.Browser;
import org.samklima.published.Edition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverviewTest
class OverviewBrowserTests {

    private static final Edition EDITION = InventedNetwork.small().edition(2025, 2);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private Publications publications;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "networks, /sv, 1280",
        "front, /sv/klimatringen, 1280",
        "front, /de/klimatringen, 390",
        "front, /sv/klimatringen, 320",
        "members, /da/klimatringen/members, 1280",
        "members, /sv/klimatringen/members, 390",
        "member, /sv/klimatringen/members/{0}, 1280",
        "member, /de/klimatringen/members/{0}, 390",
        "member, /en/klimatringen/members/{0}, 320",
        "unreported, /sv/klimatringen/members/{5}, 390",
        "corrected, /sv/klimatringen/members/{8}, 1280",
        "region, /sv/klimatringen/members/region-insjon, 390",
        "compare, /sv/klimatringen/compare?member={0}&member={1}, 1280",
        "compare, /sv/klimatringen/compare?similar={0}, 390",
        "compare-all, /en/klimatringen/compare, 1280",
        "compare-question, /sv/klimatringen/compare?question=s1-plan, 390",
        "statements, /sv/klimatringen/statements, 1280",
        "statements, /sv/klimatringen/statements, 390",
        "question, /sv/klimatringen/questions/s1-plan, 1280",
        "question, /sv/klimatringen/questions/s1-share, 390",
        "method, /sv/klimatringen/method, 1280",
        "method, /de/klimatringen/method, 390",
        "api, /sv/api, 390",
        "older, /sv/klimatringen/2024, 1280"
    })
    void a_page_is_accessible_and_fits(String name, String path, int width) {
        Page page = browser.open(address(path), width);
        drawn(page);

        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW, Browser.NARROWEST})
    void no_number_breaks_and_no_word_of_a_statement_does(int width) {
        Page page = browser.open(address("/en/klimatringen/statements"), width);

        Browser.screenshot(page, "statements-long");
        assertThat(page.locator(".statement-number").allTextContents()).contains("12,345,678,901");
        assertThat(page.evaluate("""
                () => {
                  const broken = [];
                  const texts = document.createTreeWalker(document.querySelector('.statements'), NodeFilter.SHOW_TEXT);
                  while (texts.nextNode()) {
                    for (const word of texts.currentNode.data.matchAll(/[^ \\n]+/g)) {
                      const range = document.createRange();
                      range.setStart(texts.currentNode, word.index);
                      range.setEnd(texts.currentNode, word.index + word[0].length);
                      if (range.getClientRects().length > 1) broken.push(word[0]);
                    }
                  }
                  for (const number of document.querySelectorAll('.statement-number')) {
                    if (number.scrollWidth > number.clientWidth) broken.push(number.textContent);
                  }
                  return broken;
                }
                """))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        Browser.assertAccessible(page);
    }

    @Test
    void a_page_that_is_not_there_is_accessible_too() {
        Page page = browser.open(address("/sv/klimatringen/members/nobody"), Browser.NARROW);

        Browser.screenshot(page, "not-found");
        Browser.assertAccessible(page);
        assertThat(browser.problems()).singleElement().asString().contains("404");
    }

    @Test
    void a_municipality_fits_on_one_sheet_of_paper() {
        Page page = browser.open(address("/sv/klimatringen/members/{0}"), Browser.WIDE);
        drawn(page);

        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));

        String written = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type\\s*/Page[^s]")
                        .matcher(written)
                        .results()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_search_filters_the_table_as_one_types_and_the_address_follows() {
        Page page = browser.open(address("/sv/klimatringen/members"), Browser.WIDE);

        page.getByLabel("Namn eller kod").fill("ler");
        page.getByText("3 medlemmar").waitFor();

        assertThat(page.url()).contains("q=ler");
        assertThat(page.locator("#members tbody tr").count()).isEqualTo(3);
    }

    @Test
    void without_scripts_everything_can_be_chosen_and_read() {
        Page page = browser.withoutScripts(Browser.WIDE).newPage();
        page.navigate(address("/sv/klimatringen/compare"));

        page.getByLabel("En medlem").fill(EDITION.members().get(0).name());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Visa"))
                .click();
        page.getByLabel("En till").fill(EDITION.members().get(1).name());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Visa"))
                .click();

        assertThat(page.url())
                .contains("member=" + EDITION.members().get(0).key())
                .contains("member=" + Query.encode(EDITION.members().get(1).name()));
        assertThat(page.locator("h2#table ~ .table-frame tbody tr").count()).isEqualTo(2);
        assertThat(page.locator("[data-chart-table]").first().getAttribute("open"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"''", "/members", "/members/{0}", "/compare?member={0}", "/compare", "/questions/s1-plan", "/method"})
    void script_in_every_text_never_runs(String path) {
        var network = InventedNetwork.named("ond-i-webblasare");
        if (publications.shelf().orElseThrow().network(network.slug()).isEmpty()) {
            InventedShelf.publish(Hostile.made(network.edition(2025, 2)));
            Looking.now(publications);
        }
        String member = network.edition(2025, 2).members().getFirst().key();
        Page page = browser.withoutContentPolicy(Browser.WIDE).newPage();
        var dialogs = new ArrayList<String>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });

        page.navigate("http://localhost:" + port + "/sv/" + network.slug() + path.replace("{0}", member));
        drawn(page);

        page.locator(".chart-canvas").all().forEach(Locator::hover);

        assertThat(dialogs).as("script that ran").isEmpty();
        assertThat(page.locator("img, body script, a[href^='javascript:']").count())
                .isZero();
        assertThat(page.content()).contains("onerror=alert(1)");
    }

    private static void drawn(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction(
                "[...document.querySelectorAll('figure.chart')].every(f => f.dataset.chartState === 'drawn')");
    }

    /** With the keys of members in place of their numbers. */
    private String address(String path) {
        String address = path;
        for (int i = 0; i < EDITION.members().size(); i++) {
            address = address.replace("{" + i + "}", EDITION.members().get(i).key());
        }
        return "http://localhost:" + port + address;
    }
}
