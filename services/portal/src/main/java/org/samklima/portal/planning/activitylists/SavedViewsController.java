package org.samklima.portal.planning.activitylists;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.pages.PageAddress;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saving a way of looking at activities under a name, and removing it. */
@TenantController
@Allowed
class SavedViewsController {

    private final SavedViews views;

    SavedViewsController(SavedViews views) {
        this.views = views;
    }

    /** What is saved of an address: the filter and the order. */
    static String query(ActivityFilter filter, PageAddress address) {
        var kept = filter.on("/");
        kept = address.value("sort").isPresent()
                ? kept.with("sort", address.value("sort").get())
                : kept;
        return String.join("&", kept.query());
    }

    @PostMapping("/activities/views")
    String save(
            Tenant tenant,
            ActivityFilter filter,
            @RequestParam Shape shape,
            @RequestParam @Nullable String name,
            @RequestParam(defaultValue = "false") boolean everybody,
            PageAddress address,
            RedirectAttributes redirect) {
        var query = query(filter, address);
        try {
            views.add(name, shape, query, everybody);
            Notice.success("activitylists.views.saved", String.valueOf(name)).on(redirect);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:" + PageAddress.of(ActivityListsController.path(tenant, shape), query);
    }

    @PostMapping("/activities/views/{view}/removal")
    String remove(Tenant tenant, @PathVariable UUID view, RedirectAttributes redirect) {
        var removed = views.remove(view);
        Notice.success("activitylists.views.removed", removed.name()).on(redirect);
        return "redirect:" + removed.in(tenant.slug());
    }
}
