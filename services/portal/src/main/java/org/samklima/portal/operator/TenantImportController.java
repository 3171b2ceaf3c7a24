package org.samklima.portal.operator;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.pages.Notice;
import org.samklima.portal.lists.ListPage;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.problem.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creating tenants from a list: tried first, then carried out. */
@Controller
@RequestMapping("/operator/tenant-imports")
class TenantImportController {

    private final TenantImport imports;
    private final TenantChoices choices;

    TenantImportController(TenantImport imports, TenantChoices choices) {
        this.imports = imports;
        this.choices = choices;
    }

    @GetMapping
    String blank(Locale language, Model model) {
        return page(TenantForm.blank(), ListPage.blank(TenantImport.ROLES), language, model);
    }

    @PostMapping
    ModelAndView submit(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("form") TenantForm form,
            BindingResult errors,
            Authentication operator,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        ListPage page;
        try {
            var upload = ListUpload.ofPage(file, parameters, TenantImport.ROLES);
            var report = parameters.containsKey("import")
                    ? imports.carryOut(upload.rows(), form.toDefaults(), SignedIn.of(operator))
                    : imports.tryOut(upload.rows(), form.toDefaults());
            if (report.imported()) {
                Notice.success("operator.import.done", String.valueOf(report.count(ListReport.Outcome.NEW)))
                        .on(redirect);
                return new ModelAndView("redirect:/operator/tenants");
            }
            page = ListPage.tried(TenantImport.ROLES, upload, report);
        } catch (Problem problem) {
            page = ListPage.refused(TenantImport.ROLES, problem);
        }
        return new ModelAndView(page(form, page, language, model), model.asMap(), page.status());
    }

    private String page(TenantForm form, ListPage page, Locale language, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("list", page);
        choices.addTo(model, language);
        return "operator/import";
    }
}
