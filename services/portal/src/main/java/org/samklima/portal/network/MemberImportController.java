package org.samklima.portal.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.lists.ListPage;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking members from a list: tried first, then carried out. */
@TenantController
@Allowed(Role.STAFF)
class MemberImportController {

    private final MemberImport imports;

    MemberImportController(MemberImport imports) {
        this.imports = imports;
    }

    @GetMapping("/member-imports")
    String blank(Tenant tenant, Model model) {
        return page(tenant, ListPage.blank(MemberImport.ROLES), model);
    }

    @PostMapping("/member-imports")
    ModelAndView submit(
            Tenant tenant,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        ListPage page;
        try {
            var upload = ListUpload.ofPage(file, parameters, MemberImport.ROLES);
            var report = parameters.containsKey("import")
                    ? imports.carryOut(upload.file().name(), upload.rows())
                    : imports.tryOut(upload.rows());
            if (report.imported()) {
                Notice.success(
                                "network.import.done",
                                String.valueOf(report.count(Outcome.NEW)),
                                String.valueOf(report.count(Outcome.CHANGED)))
                        .on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/members");
            }
            page = ListPage.tried(MemberImport.ROLES, upload, report);
        } catch (Problem problem) {
            page = ListPage.refused(MemberImport.ROLES, problem);
        }
        return new ModelAndView(page(tenant, page, model), model.asMap(), page.status());
    }

    private static String page(Tenant tenant, ListPage page, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("list", page);
        return "network/import";
    }
}
