package org.samklima.portal.planning.activitylists;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.PageAddress;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activitylists.Tallies.Sum;
import org.samklima.portal.tenancy.Tenant;

/**
 * What stands above the activities on each of their pages.
 *
 * @param address of the page
 * @param mayShare whether the reader may save views for everybody
 */
record ListHead(Tenant tenant, Shape shape, Looked looked, PageAddress address, boolean mayShare) {

    private static final String PAGE = "page";
    private static final String SORT = "sort";

    /**
     * A link that says whether it leads to what is shown.
     *
     * @param key of its words
     */
    record Link(String key, String href, boolean current) {}

    /** How many are in a state, and the way to see only those. */
    record Tally(String key, long count, String href, boolean current) {}

    /** @param key of what is added up */
    record Total(String key, Sum sum, @Nullable String unit) {}

    /** The other ways to look, by the same filter. */
    public List<Link> shapes() {
        var links = new ArrayList<Link>();
        for (var other : Shape.values()) {
            links.add(new Link(
                    "activitylists.shape." + other.name(),
                    looked.filter()
                            .on(ActivityListsController.path(tenant, other))
                            .toString(),
                    other == shape));
        }
        return links;
    }

    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        var filter = looked.filter();
        var any = address.without("status").without("late").without(PAGE);
        var counts = looked.tallies();
        tallies.add(new Tally(
                "activitylists.all",
                counts.all(),
                any.toString(),
                filter.status().isEmpty() && !filter.isLateOnly()));
        for (var status : ActivityStatus.values()) {
            tallies.add(new Tally(
                    "planning.value.status." + status.name(),
                    counts.of(status),
                    any.with("status", status.name()).toString(),
                    filter.status().contains(status.name())));
        }
        tallies.add(new Tally(
                "activitylists.late", counts.late(), any.with("late", "true").toString(), filter.isLateOnly()));
        return tallies;
    }

    /** Filters that are wanted often: each switches on, and off again. */
    public List<Link> quick() {
        var filter = looked.filter();
        return List.of(
                quick("activitylists.quick.mine", "responsible", ActivityFilter.ME, filter.isMine()),
                quick("activitylists.quick.quiet", "quiet", "true", filter.isQuietOnly()));
    }

    private Link quick(String key, String parameter, String value, boolean on) {
        var here = address.without(PAGE);
        return new Link(key, (on ? here.without(parameter) : here.with(parameter, value)).toString(), on);
    }

    public List<Total> totals() {
        var totals = looked.tallies().totals();
        return List.of(
                new Total("activitylists.sum.planned", totals.planned(), currency()),
                new Total("activitylists.sum.spent", totals.spent(), currency()),
                new Total("activitylists.sum.effect", totals.effect(), null));
    }

    /** Of the tenant's country; null where that has none. */
    private @Nullable String currency() {
        try {
            var currency = Currency.getInstance(Locale.of("", tenant.country()));
            return currency == null ? null : currency.getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** What of the address is not the form's own, so that filtering keeps it. */
    public List<ActivityFilter.Parameter> kept() {
        var kept = new ArrayList<ActivityFilter.Parameter>();
        for (var parameter : looked.filter().parameters()) {
            if (List.of("status", "late", "quiet").contains(parameter.name())) {
                kept.add(parameter);
            }
        }
        address.value(SORT).ifPresent(sort -> kept.add(new ActivityFilter.Parameter(SORT, sort)));
        return kept;
    }

    public boolean isFiltered() {
        return !looked.filter().isAll();
    }

    /** Everything, looked at in the same way. */
    public String unfiltered() {
        return ActivityListsController.path(tenant, shape);
    }

    /** The file with just what is shown, without its format. */
    public String file() {
        var file = looked.filter().on("/" + tenant.slug() + "/activities/file");
        return address.value(SORT)
                .map(sort -> file.with(SORT, sort))
                .orElse(file)
                .toString();
    }

    /** Where a card of the board is moved. */
    public String move(UUID activity) {
        return new PageAddress("/" + tenant.slug() + "/activities/board/" + activity + "/status", address.query())
                .toString();
    }

    /** Where views are saved, with what is to be saved. */
    public String views() {
        var views =
                looked.filter().on("/" + tenant.slug() + "/activities/views").with("shape", shape.name());
        return address.value(SORT)
                .map(sort -> views.with(SORT, sort))
                .orElse(views)
                .toString();
    }

    /** The saved view that this is; null if it is none. */
    public @Nullable SavedView current() {
        var here = SavedViewsController.query(looked.filter(), address);
        return looked.views().stream()
                .filter(view -> view.shape() == shape && view.query().equals(here))
                .findFirst()
                .orElse(null);
    }
}
