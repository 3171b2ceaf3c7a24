package org.samklima.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Follows links from page to page as a person would, within one part of the portal, and looks at a few of every kind. */
final class PageWalk {

    /** Not every section of a report, nor every indicator. */
    private static final int ENOUGH_OF_A_KIND = 2;

    private static final String LINKS = "() => [...document.links].filter(link => link.origin === location.origin)"
            + ".map(link => link.pathname + link.search)";

    private static final String HARM = """
            reckoned => [
              ["script ran", window.hostile],
              ["a text became an element", document.querySelector("[data-hostile]")],
              ["a link would run script", document.querySelector("a[href^='javascript:' i], form[action^='javascript:' i]")],
              ["a template reckoned with it", document.body.innerText.includes(reckoned)],
            ].filter(([, harm]) => harm).map(([what]) => what)
            """;

    private static final String SHOWN = "() => document.body.innerText.includes(' data-hostile')";

    private final Page page;
    private final String address;
    private final UnaryOperator<String> kind;
    private final Map<String, Integer> seenOfKind = new HashMap<>();
    private final Set<String> dead = new TreeSet<>();
    private int hostilePages;

    /** @param kind of page that a path leads to */
    PageWalk(Page page, String address, UnaryOperator<String> kind) {
        this.page = page;
        this.address = address;
        this.kind = kind;
    }

    /** Pages seen so far on which something hostile can be read. */
    int hostilePages() {
        return hostilePages;
    }

    /** Links of pages that lead nowhere. */
    Set<String> deadLinks() {
        return dead;
    }

    /** @param visit may go elsewhere with the page; says whether it changed something, so that there may be new links */
    void from(String start, Predicate<String> visit) {
        var part = start.substring(0, (start + "/").indexOf('/', 1));
        var seen = new HashSet<>(List.of(start));
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            if (opens(path)) {
                waiting.addAll(newLinks(part, seen));
                if (visit.test(path) && opens(path)) {
                    waiting.addAll(newLinks(part, seen));
                }
            }
        }
    }

    private boolean opens(String path) {
        Response answer;
        try {
            answer = page.navigate(address + path);
        } catch (PlaywrightException file) {
            assertThat(file).hasMessageContaining("Download is starting");
            return false;
        }
        if (!answer.ok()) {
            dead.add(path);
        }
        if (!String.valueOf(answer.headerValue("content-type")).startsWith("text/html")) {
            return false;
        }
        assertHarmless();
        return answer.ok();
    }

    private List<String> newLinks(String part, Set<String> seen) {
        return ((List<?>) page.evaluate(LINKS))
                .stream()
                        .map(Object::toString)
                        .filter(link -> (path(link) + "/").startsWith(part + "/") && seen.add(path(link)))
                        .filter(link ->
                                seenOfKind.merge(part + kind.apply(path(link)), 1, Integer::sum) <= ENOUGH_OF_A_KIND)
                        .toList();
    }

    private static String path(String link) {
        return link.replaceAll("\\?.*", "");
    }

    void assertHarmless() {
        assertThat((List<?>) page.evaluate(HARM, Hostile.RECKONED))
                .as(page.url())
                .isEmpty();
        if ((boolean) page.evaluate(SHOWN)) {
            hostilePages++;
        }
    }
}
