package org.samklima.portal.planning.goals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.portal.lists.ListAnswer;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.lists.PlanListPage;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking goals from a list: tried first, then carried out. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class GoalImportController {

    private final GoalImport imports;
    private final MessageSource messages;

    GoalImportController(GoalImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping("/goal-imports")
    ModelAndView blank(Tenant tenant, Locale language) {
        return page(tenant, false, language).blank();
    }

    @PostMapping("/goal-imports")
    ModelAndView submit(
            Tenant tenant,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> parameters,
            Locale language,
            RedirectAttributes redirect) {
        boolean createFields = parameters.containsKey(PlanListPage.CREATE_FIELDS);
        return page(tenant, createFields, language)
                .submitted(
                        file,
                        parameters,
                        (list, dryRun) -> dryRun
                                ? imports.tryOut(list, createFields, language)
                                : imports.carryOut(list, createFields, language),
                        redirect);
    }

    private PlanListPage page(Tenant tenant, boolean createFields, Locale language) {
        var goals = new Crumb(messages.getMessage("goals.title", null, language), "/" + tenant.slug() + "/goals");
        return new PlanListPage(
                tenant, "goals", "goals.import", "/goal-imports", GoalColumn.ROLES, List.of(goals), createFields);
    }

    /** The same for programs. */
    @TenantApi
    @Allowed({Role.COORDINATOR, Role.STAFF})
    static class Api {

        private final GoalImport imports;
        private final ListAnswer.Words words;

        Api(GoalImport imports, ListAnswer.Words words) {
            this.imports = imports;
            this.words = words;
        }

        /**
         * Takes goals from a list (CSV or XLSX), all or none; those that are there are found by their title. 422 if a row is
         * wrong, and then nothing is imported.
         *
         * @param mapping from goal-title, field-of-action, goal-kind, goal-measure, goal-per, baseline-year, baseline-value,
         *     target-year, target-value, interim-goals, baseline-scenario, due-on, reached-on, decided-by, decided-on,
         *     decision-link, goal-description and version to the heading of the column, or to its place as in #3; without it
         *     the headings tell
         * @param createFields makes fields of action that are missing
         * @param dryRun only says what would happen
         */
        @PostMapping(path = "/goal-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        ResponseEntity<ListAnswer> importList(
                @RequestPart MultipartFile file,
                @RequestPart(required = false) @Nullable Map<String, String> mapping,
                @RequestParam(defaultValue = "false") boolean createFields,
                @RequestParam(defaultValue = "true") boolean dryRun,
                Locale language) {
            var upload = ListUpload.ofProgram(file, mapping, GoalColumn.ROLES);
            var report = dryRun
                    ? imports.tryOut(upload, createFields, language)
                    : imports.carryOut(upload, createFields, language);
            return words.answer(report, dryRun, language);
        }
    }
}
