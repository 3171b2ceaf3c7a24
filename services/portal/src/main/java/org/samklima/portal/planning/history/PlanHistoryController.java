package org.samklima.portal.planning.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what in the plan, when. */
@TenantController
@Allowed
class PlanHistoryController {

    private static final int PAGE_SIZE = 50;

    private final PlanHistory history;
    private final PlanWords words;
    private final MessageSource messages;

    PlanHistoryController(PlanHistory history, PlanWords words, MessageSource messages) {
        this.history = history;
        this.words = words;
        this.messages = messages;
    }

    /** A change in the reader's words. */
    private record Line(PlanHistory.Entry entry, List<PlanWords.Fact> changes) {}

    /** @param item only what happened to this part of the plan */
    @GetMapping("/plan/history")
    String newest(
            Tenant tenant,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID item,
            @RequestParam(defaultValue = "1") int page,
            Locale language,
            Model model) {
        var shown = Math.max(1, page);
        var entries = history.newest(item, q, (shown - 1L) * PAGE_SIZE, PAGE_SIZE + 1);
        model.addAttribute("tenant", tenant);
        model.addAttribute(
                "lines",
                entries.stream()
                        .limit(PAGE_SIZE)
                        .map(entry -> new Line(entry, words.changes(entry.changes(), language)))
                        .toList());
        model.addAttribute("q", q);
        model.addAttribute("item", item);
        model.addAttribute("page", shown);
        model.addAttribute("hasOlder", entries.size() > PAGE_SIZE);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(
                        messages.getMessage("plan.versions", null, language), "/" + tenant.slug() + "/plan/versions")));
        return "plan/history";
    }

    /** The plan's history as data. */
    @TenantApi
    @Allowed
    static class Api {

        private final PlanHistory history;

        Api(PlanHistory history) {
            this.history = history;
        }

        /**
         * A change of the plan.
         *
         * @param kind of the part: FIELD, GOAL, ACTIVITY or COMMUNICATION
         * @param action ADDED, CHANGED or REMOVED
         */
        record Change(
                Instant at,
                String actor,
                PlanItem.Kind kind,
                UUID item,
                String title,
                PlanHistory.Action action,
                List<FactChange> changes) {

            static Change of(PlanHistory.Entry entry) {
                return new Change(
                        entry.at(),
                        entry.actor(),
                        entry.kind(),
                        entry.item(),
                        entry.title(),
                        entry.action(),
                        entry.changes());
            }
        }

        /**
         * Newest first, 50 a page.
         *
         * @param item only what happened to this goal, activity, field of action or communication
         * @param q to be found in the titles and names of who did it
         * @param page counted from one
         */
        @GetMapping("/plan/changes")
        List<Change> newest(
                @RequestParam @Nullable UUID item,
                @RequestParam(defaultValue = "") String q,
                @RequestParam(defaultValue = "1") int page) {
            return history.newest(item, q, (Math.max(1, page) - 1L) * PAGE_SIZE, PAGE_SIZE).stream()
                    .map(Change::of)
                    .toList();
        }
    }
}
