package org.samklima.portal.planning.activitylists;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Pagination;
import org.samklima.pages.Sorting;
import org.samklima.portal.planning.fields.FieldTree;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the activities of the bound tenant, in a fixed number of questions however many there are. */
@Service
public class ActivityLists {

    static final int ON_A_PAGE = 50;
    static final int ON_A_TIMELINE = 100;
    static final int IN_A_COLUMN = 30;

    private final ActivityReading reading;
    private final FilterChoices choices;
    private final SavedViews views;
    private final Fields fields;
    private final Tenants tenants;
    private final Clock clock;

    ActivityLists(
            ActivityReading reading,
            FilterChoices choices,
            SavedViews views,
            Fields fields,
            Tenants tenants,
            Clock clock) {
        this.reading = reading;
        this.choices = choices;
        this.views = views;
        this.fields = fields;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A part of the activities, in order. */
    record Page(Looked looked, Pagination pagination, List<ActivityRow> rows) {}

    /** The most urgent activities of each status. */
    record Board(Looked looked, List<ActivityRow> rows) {}

    /** A part of the activities, along the years. */
    record Years(Looked looked, Pagination pagination, Timeline timeline) {}

    @Transactional(readOnly = true)
    Page page(ActivityFilter filter, PageAddress address, Locale language) {
        var tree = fields.tree();
        var looked = look(filter, tree, language);
        var pagination =
                Pagination.of(address, ON_A_PAGE, looked.tallies().totals().activities());
        var order = ActivityOrder.of(Sorting.of(address, ActivityOrder.COLUMNS), language);
        var rows = reading.page(condition(filter, tree), order, inOrder(tree), pagination.offset(), ON_A_PAGE);
        return new Page(looked, pagination, rows);
    }

    @Transactional(readOnly = true)
    Board board(ActivityFilter filter, Locale language) {
        var tree = fields.tree();
        return new Board(look(filter, tree, language), reading.ofEachStatus(condition(filter, tree), IN_A_COLUMN));
    }

    /**
     * @param from first year; null for the activities' own
     * @param until last year; null likewise
     */
    @Transactional(readOnly = true)
    Years years(
            ActivityFilter filter,
            @Nullable Integer from,
            @Nullable Integer until,
            PageAddress address,
            Locale language) {
        var tree = fields.tree();
        var looked = look(filter, tree, language);
        var totals = looked.tallies().totals();
        var pagination = Pagination.of(address, ON_A_TIMELINE, totals.activities());
        var rows = reading.page(
                condition(filter, tree), ActivityOrder.BY_TIME, inOrder(tree), pagination.offset(), ON_A_TIMELINE);
        return new Years(looked, pagination, Timeline.of(rows, totals, from, until, today()));
    }

    /** The ids of those that the filter lets through, in the order that the address asks for. */
    @Transactional(readOnly = true)
    public List<UUID> ids(ActivityFilter filter, PageAddress address, Locale language) {
        var tree = fields.tree();
        var order = ActivityOrder.of(Sorting.of(address, ActivityOrder.COLUMNS), language);
        return reading.ids(condition(filter, tree), order, inOrder(tree));
    }

    private Looked look(ActivityFilter filter, FieldTree tree, Locale language) {
        return new Looked(
                filter,
                Tallies.of(reading.groups(condition(filter.ofAnyStatus(), tree)), filter),
                tree,
                choices.goals(language),
                choices.responsible(language),
                views.all());
    }

    private Condition condition(ActivityFilter filter, FieldTree tree) {
        return Condition.of(filter, tree, Tenancy.actor().id(), today(), tenant().timeZone());
    }

    private LocalDate today() {
        return tenant().dayOf(clock.instant());
    }

    private Tenant tenant() {
        return tenants.get(Tenancy.tenantId());
    }

    private static UUID[] inOrder(FieldTree tree) {
        return tree.inOrder().stream().map(branch -> branch.field().id()).toArray(UUID[]::new);
    }
}
