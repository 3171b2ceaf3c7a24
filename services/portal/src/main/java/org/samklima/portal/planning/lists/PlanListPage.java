package org.samklima.portal.planning.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.lists.ListPage;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which a list of a part of the plan is tried first and then imported.
 *
 * @param part of the plan, whose list is at {@code /<part>}
 * @param words what all its keys begin with, as in {@code goals.import}
 * @param action where the page is, below the tenant
 * @param roles of the list's columns
 * @param crumbs to the part
 * @param createFields whether fields of action that are missing are made; null where that is no question
 */
public record PlanListPage(
        Tenant tenant,
        String part,
        String words,
        String action,
        List<ColumnRole> roles,
        List<Crumb> crumbs,
        @Nullable Boolean createFields) {

    /** The parameter that says so. */
    public static final String CREATE_FIELDS = "create-fields";

    /** What tries a list, or carries it out. */
    public interface Import {

        ListReport take(ListUpload upload, boolean dryRun);
    }

    public ModelAndView blank() {
        return shown(ListPage.blank(roles));
    }

    /** What was sent from this page. */
    public ModelAndView submitted(
            @Nullable MultipartFile file, Map<String, String> parameters, Import imports, RedirectAttributes redirect) {
        try {
            var upload = ListUpload.ofPage(file, parameters, roles);
            var report = imports.take(upload, !parameters.containsKey("import"));
            if (report.imported()) {
                Notice.success(
                                words + ".done",
                                String.valueOf(report.count(Outcome.NEW)),
                                String.valueOf(report.count(Outcome.CHANGED)))
                        .on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/" + part);
            }
            return shown(ListPage.tried(roles, upload, report));
        } catch (Problem problem) {
            return shown(ListPage.refused(roles, problem));
        }
    }

    private ModelAndView shown(ListPage list) {
        var page = new ModelAndView("plan/list-import", (HttpStatusCode) list.status());
        page.addObject("tenant", tenant);
        page.addObject("imports", this);
        page.addObject("list", list);
        page.addObject("crumbs", crumbs);
        return page;
    }
}
