package org.samklima.portal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.ShippedForms;

/** Writes {@link Hostile} texts into every form of a page that has a field for text or a file, and sends it. */
final class FormWriting {

    /** How a form is filled in until it is taken: with script everywhere; where it fits; short, and with choices made as well. */
    private static final List<Integer> ATTEMPTS = List.of(0, 1, 2);

    private static final String TEXTS = "textarea, input:is([type=text], [type=url], [type=email])";

    /** Forms that change something, with a field for text or a file, in the page's order. */
    private static final String CANDIDATES = """
            () => [...document.forms].map((form, index) => ({form, index}))
                .filter(({form}) => form.method === "post" && form.querySelector(":is(%s, [type=file]):enabled"))
                .map(({form, index}) => ({index, path: new URL(form.getAttribute("action"), location).pathname}))
            """.formatted(TEXTS);

    private static final String FILL = """
            (form, {text, short, link, attempt, day}) => {
              const random = () => Math.floor(1e9 * Math.random());
              const fields = [...form.elements].filter(field => !field.matches(":disabled"));
              form.noValidate = true;
              fields.filter(field => field.matches("%s")).forEach((field, index) => {
                const fitting = attempt === 2 || field.maxLength > 0 && field.maxLength < text.length + 3 ? short : text;
                field.value = attempt === 0 ? (field.type === "url" ? link : text)
                    : field.name.match(/reminder/) ? field.value
                    : field.name.match(/year/i) || field.inputMode === "numeric" ? 1990 + random() %% 30
                    : field.matches(".number") || field.inputMode === "decimal" ? "12"
                    : field.type === "email" || field.name === "contact" ? `x${random()}@example.org`
                    : field.type === "url" ? "https://example.org/" + encodeURIComponent(text)
                    : field.name === "officialCode" ? ""
                    : field.name === "slug" ? `x${random()}`
                    : fitting + index;
              });
              for (const field of fields) {
                if (field.type === "date" && !field.value) {
                  field.value = day;
                }
                if (attempt === 2 && field.matches("select") && !field.value && field.options.length > 0) {
                  field.selectedIndex = field.options.length - 1;
                }
                if (attempt === 2 && field.matches("[type=radio], [type=checkbox]")
                    && !fields.some(other => other.name === field.name && other.checked)) {
                  field.checked = true;
                }
              }
            }
            """.formatted(TEXTS);

    private static final String SEND = """
            form => HTMLFormElement.prototype.requestSubmit.call(
                form, form.querySelector("button[value=RETURNED]") ?? form.querySelector("button[type=submit]"))
            """;

    private final Page page;
    private final PageWalk walk;
    private final UnaryOperator<String> kind;
    private final String day;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> taken = new TreeSet<>();
    private final Map<String, String> refused = new TreeMap<>();

    /**
     * @param kind of form that is sent to a path; one of each is written into
     * @param day for fields that want one
     */
    FormWriting(Page page, PageWalk walk, UnaryOperator<String> kind, String day) {
        this.page = page;
        this.walk = walk;
        this.kind = kind;
        this.day = day;
    }

    /** Paths that took what was written. */
    Set<String> taken() {
        return taken;
    }

    /** Paths that never took it, with what they last said about it. */
    Map<String, String> refused() {
        return refused;
    }

    /**
     * Writes into the forms of the page that is shown. A form of a kind that was written into before is left alone.
     *
     * @return whether any took it
     */
    boolean everyFormOf(String address) {
        var before = taken.size();
        for (var candidate : (List<?>) page.evaluate(CANDIDATES)) {
            var form = (Map<?, ?>) candidate;
            var path = form.get("path").toString();
            if (seen.add(kind.apply(path))) {
                write(address, (int) form.get("index"), path);
            }
        }
        return taken.size() > before;
    }

    private void write(String address, int index, String path) {
        for (var attempt : ATTEMPTS) {
            page.navigate(address);
            var form = page.locator("form").nth(index);
            fill(form, attempt);
            var answer = page.waitForNavigation(() -> form.evaluate(SEND));
            walk.assertHarmless();
            if (answer != null && answer.ok()) {
                taken.add(path);
                return;
            }
        }
        refused.put(path, page.locator(".error-summary").allInnerTexts().toString());
    }

    private void fill(Locator form, int attempt) {
        form.evaluate(
                FILL,
                Map.of(
                        "text",
                        Hostile.TEXT,
                        "short",
                        Hostile.SHORT,
                        "link",
                        Hostile.LINK,
                        "attempt",
                        attempt,
                        "day",
                        day));
        var file = form.locator("input[type=file]");
        if (file.count() > 0) {
            file.setInputFiles(file.getAttribute("accept").contains("json") ? form() : list());
        }
    }

    private static FilePayload form() {
        return new FilePayload(
                Hostile.TEXT + ".json", "application/json", FormFile.write(Hostile.made(ShippedForms.climateTest())));
    }

    private static FilePayload list() {
        var text = "Kommun;År;Utsläpp\n" + "\"By %s\";2020;\"%1$s\"\n".formatted(Hostile.TEXT.replace("\"", "\"\""));
        return new FilePayload(Hostile.TEXT + ".csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
