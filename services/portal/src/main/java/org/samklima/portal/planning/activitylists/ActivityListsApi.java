package org.samklima.portal.planning.activitylists;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.PageAddress;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Lists of activities as data. */
@TenantApi
@Allowed
class ActivityListsApi {

    private final ActivityLists lists;
    private final SavedViews views;

    ActivityListsApi(ActivityLists lists, SavedViews views) {
        this.lists = lists;
        this.views = views;
    }

    /**
     * A page of activities.
     *
     * @param page counted from one
     * @param totals over all that the filter lets through, whatever the page
     * @param counts of each status, whatever status is asked for
     * @param late how many are late, likewise
     */
    record Listed(
            int page,
            int pages,
            Tallies.Totals totals,
            Map<ActivityStatus, Long> counts,
            long late,
            List<ActivityRow> activities) {}

    /**
     * The activities, 50 a page. Takes the same parameters as the page: q (text), field and goal (an id, or - for none),
     * responsible (a person's id, a name, me, or - for nobody), status (any of several), late=true, quiet=true (nothing logged
     * for six months), shown (true or false), page, and sort: reference, title, field, status, start, end, responsible,
     * logged, effect, planned or spent, with a minus before it from the end.
     */
    @GetMapping("/activities")
    Listed list(ActivityFilter filter, PageAddress address, Locale language) {
        var page = lists.page(filter, address, language);
        var tallies = page.looked().tallies();
        var counts = new LinkedHashMap<ActivityStatus, Long>();
        Arrays.stream(ActivityStatus.values()).forEach(status -> counts.put(status, tallies.of(status)));
        return new Listed(
                page.pagination().page(),
                page.pagination().pages(),
                tallies.totals(),
                counts,
                tallies.late(),
                page.rows());
    }

    /**
     * A saved view.
     *
     * @param shape LIST, BOARD or TIMELINE
     * @param query the filter and the order, as in the page's address
     */
    record View(UUID id, String name, boolean forEverybody, Shape shape, String query) {

        static View of(SavedView view) {
            return new View(view.id(), view.name(), view.forEverybody(), view.shape(), view.query());
        }
    }

    /** @param query the filter and the order, as in the page's address; what is not of these is left out */
    record NewView(
            @Nullable String name,
            @Nullable Shape shape,
            @Nullable String query,
            boolean forEverybody) {}

    /** The saved views: everybody's, and one's own. */
    @GetMapping("/activities/views")
    List<View> views() {
        return views.all().stream().map(View::of).toList();
    }

    /** Saves a view. 422 without a name, 409 if one has it already, 403 for everybody to whoever may only read. */
    @PostMapping("/activities/views")
    @ResponseStatus(HttpStatus.CREATED)
    View save(@RequestBody NewView view) {
        var shape = view.shape() == null ? Shape.LIST : view.shape();
        var address = PageAddress.of("/", view.query());
        var id = views.add(
                view.name(),
                shape,
                SavedViewsController.query(ActivityFilter.of(address), address),
                view.forEverybody());
        return views.all().stream()
                .filter(saved -> saved.id().equals(id))
                .map(View::of)
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/activities/views/{view}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID view) {
        views.remove(view);
    }
}
