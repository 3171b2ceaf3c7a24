package org.samklima.portal.planning.activityexchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.lists.ListPage;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking activities from a list: tried first, then carried out. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
class ActivityImportController {

    /** Whoever has more words for a status has chosen the wrong column. */
    private static final int MOST_STATUS_WORDS = 30;

    private final ActivityImport imports;
    private final MessageSource messages;

    ActivityImportController(ActivityImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /**
     * What a word in the list's status column means.
     *
     * @param chosen null while nobody said
     */
    record StatusWord(String word, @Nullable ActivityStatus chosen) {}

    @GetMapping("/activity-imports")
    String blank(Tenant tenant, Locale language, Model model) {
        return page(tenant, ListPage.blank(ActivityColumn.ROLES), ImportOptions.NONE, Set.of(), language, model);
    }

    @PostMapping("/activity-imports")
    ModelAndView submit(
            Tenant tenant,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> parameters,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var options = ImportOptions.of(parameters);
        var words = Set.<String>of();
        ListPage page;
        try {
            var upload = ListUpload.ofPage(file, parameters, ActivityColumn.ROLES);
            var tried = parameters.containsKey("import")
                    ? imports.carryOut(upload, options, language)
                    : imports.tryOut(upload, options, language);
            var report = tried.report();
            if (report.imported()) {
                Notice.success(
                                "activityexchange.done",
                                String.valueOf(report.count(Outcome.NEW)),
                                String.valueOf(report.count(Outcome.CHANGED)))
                        .on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/activities");
            }
            words = tried.unknownStatuses();
            page = ListPage.tried(ActivityColumn.ROLES, upload, report);
        } catch (Problem problem) {
            page = ListPage.refused(ActivityColumn.ROLES, problem);
        }
        return new ModelAndView(page(tenant, page, options, words, language, model), model.asMap(), page.status());
    }

    private String page(
            Tenant tenant,
            ListPage page,
            ImportOptions options,
            Set<String> unknownStatuses,
            Locale language,
            Model model) {
        var words = new ArrayList<StatusWord>();
        unknownStatuses.stream()
                .limit(MOST_STATUS_WORDS)
                .forEach(word ->
                        words.add(new StatusWord(word, options.statuses().get(word))));
        model.addAttribute("tenant", tenant);
        model.addAttribute("list", page);
        model.addAttribute("options", options);
        model.addAttribute("statusWords", words);
        model.addAttribute("statuses", ActivityStatus.values());
        model.addAttribute("mayMakeFields", ActivityImport.mayMakeFields());
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(
                        messages.getMessage("activitylists.title", null, language),
                        "/" + tenant.slug() + "/activities")));
        return "activityexchange/import";
    }
}
