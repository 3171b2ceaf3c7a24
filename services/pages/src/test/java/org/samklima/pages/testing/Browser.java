package org.samklima.pages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for tests, started once for all of them and used as {@code @RegisterExtension static final Browser browser =
 * new Browser();}. Without a Chromium the tests are skipped, or fail if {@code SAMKLIMA_REQUIRE_BROWSER} is true.
 *
 * <p>A page that writes an error to the console, or breaks its own content security policy, fails its test.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback {

    /** A committee's screen and a phone. */
    public static final int WIDE = 1280;

    public static final int NARROW = 390;

    /** The narrowest page that WCAG asks for. */
    public static final int NARROWEST = 320;

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The headless shell first: the same engine without the browser around it, which takes a third less time. */
    private static final List<String> EXECUTABLES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext test) {
        var found = executable();
        if (found.isEmpty()) {
            var reason = "No Chromium at SAMKLIMA_CHROMIUM, " + String.join(", ", EXECUTABLES)
                    + ": tests in a browser cannot run";
            if (Boolean.parseBoolean(System.getenv("SAMKLIMA_REQUIRE_BROWSER"))) {
                throw new IllegalStateException(reason);
            }
            Assumptions.abort(reason);
        }
        chromium = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, type -> Chromium.start(found.get()), Chromium.class);
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.of(System.getenv("SAMKLIMA_CHROMIUM")), EXECUTABLES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A reader with a window of this width, who has signed in nowhere and asks for Swedish. */
    public BrowserContext reader(int width) {
        return reader(width, "sv-SE");
    }

    /** As {@link #reader(int)}, asking for another language. */
    public BrowserContext reader(int width, String language) {
        return reader(options(width, language));
    }

    /** As {@link #reader(int)}, with scripts turned off. */
    public BrowserContext withoutScripts(int width) {
        return reader(options(width, "sv-SE").setJavaScriptEnabled(false));
    }

    /** As {@link #reader(int)}, with the pages' own content security policy not enforced: what only it would stop runs. */
    public BrowserContext withoutContentPolicy(int width) {
        return reader(options(width, "sv-SE").setBypassCSP(true));
    }

    private static NewContextOptions options(int width, String language) {
        return new NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setLocale(language)
                .setAcceptDownloads(true);
    }

    private BrowserContext reader(NewContextOptions options) {
        var context = Objects.requireNonNull(chromium).browser().newContext(options);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.page().url() + ": " + message.text());
            }
        });
        context.onWebError(error -> problems.add(error.page().url() + ": " + error.error()));
        contexts.add(context);
        return context;
    }

    /** Opens an address in a new window of this width. */
    public Page open(String address, int width) {
        var page = reader(width).newPage();
        page.navigate(address);
        return page;
    }

    /** Console errors so far, for a test that expects some; they are forgotten by asking. */
    public List<String> problems() {
        var seen = List.copyOf(problems);
        problems.clear();
        return seen;
    }

    /** WCAG 2.2 AA as far as axe can tell, and no scrolling from side to side. */
    public static void assertAccessible(Page page) {
        // In one go: the other way opens an empty page for each check, which frames of other servers need and we have
        // none.
        var onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        var violations = new AxeBuilder(page)
                .options(onlyViolations)
                .withTags(WCAG_22_AA)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(Browser::told)).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s is wider than the window", page.url())
                .isEqualTo(0);
    }

    private static String told(Rule rule) {
        var where = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml())
                .collect(Collectors.joining("\n    "));
        return rule.getId() + ": " + rule.getHelp() + "\n    " + where;
    }

    /**
     * The whole page as {@code target/screenshots/<name>-<width>.png}, to be looked at; only where somebody wants to look, by
     * {@code SAMKLIMA_SCREENSHOTS=true}.
     */
    public static void screenshot(Page page, String name) {
        if (Boolean.parseBoolean(System.getenv("SAMKLIMA_SCREENSHOTS"))) {
            var path = Path.of("target", "screenshots", name + "-" + page.viewportSize().width + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(path).setFullPage(true));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(problems()).as("errors in the console").isEmpty();
    }

    /** The running browser, stopped when all tests are done. */
    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {

        static Chromium start(Path executable) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ARGUMENTS));
            return new Chromium(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
