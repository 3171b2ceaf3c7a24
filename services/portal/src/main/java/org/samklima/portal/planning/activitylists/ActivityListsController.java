package org.samklima.portal.planning.activitylists;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Sorting;
import org.samklima.portal.planning.activities.Activities;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Activities as a list, as a board and along the years; the address of each holds the filter. */
@TenantController
@Allowed
class ActivityListsController {

    private final ActivityLists lists;
    private final Activities activities;
    private final MessageSource messages;

    ActivityListsController(ActivityLists lists, Activities activities, MessageSource messages) {
        this.lists = lists;
        this.activities = activities;
        this.messages = messages;
    }

    @GetMapping("/activities")
    @InNavigation(value = "activitylists.navigation", order = 62)
    String list(Tenant tenant, Actor actor, ActivityFilter filter, PageAddress address, Locale language, Model model) {
        var page = lists.page(filter, address, language);
        head(tenant, actor, Shape.LIST, page.looked(), address, model);
        model.addAttribute("rows", page.rows());
        model.addAttribute("pagination", page.pagination());
        model.addAttribute("sorting", Sorting.of(address, ActivityOrder.COLUMNS));
        return "activitylists/list";
    }

    /** A status on the board, with the activities that are in it. */
    private record Column(ActivityStatus status, long count, List<ActivityRow> rows, String all) {

        /** How many more there are than shown. */
        public long more() {
            return count - rows.size();
        }
    }

    @GetMapping("/activities/board")
    String board(Tenant tenant, Actor actor, ActivityFilter filter, PageAddress address, Locale language, Model model) {
        var board = lists.board(filter, language);
        head(tenant, actor, Shape.BOARD, board.looked(), address, model);
        model.addAttribute(
                "columns",
                Arrays.stream(ActivityStatus.values())
                        .filter(status ->
                                filter.status().isEmpty() || filter.status().contains(status.name()))
                        .map(status -> column(tenant, status, board, filter))
                        .toList());
        return "activitylists/board";
    }

    private static Column column(
            Tenant tenant, ActivityStatus status, ActivityLists.Board board, ActivityFilter filter) {
        var rows = board.rows().stream().filter(row -> row.status() == status).toList();
        var tallies = board.looked().tallies();
        return new Column(
                status,
                tallies.shown(status, filter.isLateOnly()),
                rows,
                filter.on(path(tenant, Shape.LIST))
                        .with("status", status.name())
                        .toString());
    }

    /** From a card of the board, and back there. */
    @PostMapping("/activities/board/{activity}/status")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    String move(
            Tenant tenant,
            @PathVariable UUID activity,
            @RequestParam ActivityStatus to,
            PageAddress address,
            Locale language,
            RedirectAttributes redirect) {
        try {
            var moved = activities.become(activity, to);
            Notice.success(
                            "activitylists.moved",
                            moved.title(),
                            messages.getMessage("planning.value.status." + to.name(), null, language))
                    .on(redirect);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:" + new PageAddress(path(tenant, Shape.BOARD), address.query());
    }

    /**
     * @param from first year; the activities' own where it is none
     * @param until last year; likewise
     */
    @GetMapping("/activities/timeline")
    String timeline(
            Tenant tenant,
            Actor actor,
            ActivityFilter filter,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            PageAddress address,
            Locale language,
            Model model) {
        var years = lists.years(filter, year(from), year(until), address, language);
        head(tenant, actor, Shape.TIMELINE, years.looked(), address, model);
        model.addAttribute("timeline", years.timeline());
        model.addAttribute("pagination", years.pagination());
        return "activitylists/timeline";
    }

    private static @Nullable Integer year(String text) {
        return text.strip().matches("(19|20|21)\\d\\d") ? Integer.valueOf(text.strip()) : null;
    }

    private static void head(Tenant tenant, Actor actor, Shape shape, Looked looked, PageAddress address, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("mayChange", actor.has(Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR));
        model.addAttribute("looked", looked);
        model.addAttribute("head", new ListHead(tenant, shape, looked, address, SavedViews.mayShare(actor)));
    }

    static String path(Tenant tenant, Shape shape) {
        return "/" + tenant.slug() + shape.path();
    }
}
