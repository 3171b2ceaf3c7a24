package org.samklima.portal.planning.fields;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.portal.lists.ListAnswer;
import org.samklima.portal.lists.ListReport;
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

/** Taking fields of action from a list: tried first, then carried out. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class FieldImportController {

    private final FieldImport imports;
    private final MessageSource messages;

    FieldImportController(FieldImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping("/field-imports")
    ModelAndView blank(Tenant tenant, Locale language) {
        return page(tenant, language).blank();
    }

    @PostMapping("/field-imports")
    ModelAndView submit(
            Tenant tenant,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> parameters,
            Locale language,
            RedirectAttributes redirect) {
        return page(tenant, language)
                .submitted(file, parameters, (list, dryRun) -> take(imports, list, dryRun), redirect);
    }

    private PlanListPage page(Tenant tenant, Locale language) {
        var fields = new Crumb(messages.getMessage("fields.title", null, language), "/" + tenant.slug() + "/fields");
        return new PlanListPage(
                tenant, "fields", "fields.import", "/field-imports", FieldImport.ROLES, List.of(fields), null);
    }

    private static ListReport take(FieldImport imports, ListUpload list, boolean dryRun) {
        return dryRun ? imports.tryOut(list) : imports.carryOut(list);
    }

    /** The same for programs. */
    @TenantApi
    @Allowed({Role.COORDINATOR, Role.STAFF})
    static class Api {

        private final FieldImport imports;
        private final ListAnswer.Words words;

        Api(FieldImport imports, ListAnswer.Words words) {
            this.imports = imports;
            this.words = words;
        }

        /**
         * Takes fields of action from a list (CSV or XLSX), all or none; those that are there are found by their path. 422 if a
         * row is wrong, and then nothing is imported.
         *
         * @param mapping from field-of-action and field-sectors to the heading of the column, or to its place as in #3; without
         *     it the headings tell
         * @param dryRun only says what would happen
         */
        @PostMapping(path = "/field-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        ResponseEntity<ListAnswer> importList(
                @RequestPart MultipartFile file,
                @RequestPart(required = false) @Nullable Map<String, String> mapping,
                @RequestParam(defaultValue = "true") boolean dryRun,
                Locale language) {
            var upload = ListUpload.ofProgram(file, mapping, FieldImport.ROLES);
            return words.answer(take(imports, upload, dryRun), dryRun, language);
        }
    }
}
