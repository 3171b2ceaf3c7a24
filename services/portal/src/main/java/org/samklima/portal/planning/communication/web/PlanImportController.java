package org.samklima.portal.planning.communication.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Notice;
import org.samklima.portal.lists.ListPage;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PhaseNames;
import org.samklima.portal.planning.communication.PlanImport;
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

/** Taking rows of the communication plan from a list: tried first, then carried out. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class PlanImportController {

    private final PlanImport imports;
    private final PhaseNames phases;
    private final MessageSource messages;

    PlanImportController(PlanImport imports, PhaseNames phases, MessageSource messages) {
        this.imports = imports;
        this.phases = phases;
        this.messages = messages;
    }

    @GetMapping("/communication/imports")
    String blank(Tenant tenant, Locale language, Model model) {
        return page(tenant, ListPage.blank(PlanImport.ROLES), Phase.LAUNCH, language, model);
    }

    @PostMapping("/communication/imports")
    ModelAndView submit(
            Tenant tenant,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "LAUNCH") Phase phase,
            @RequestParam Map<String, String> parameters,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        ListPage page;
        try {
            var upload = ListUpload.ofPage(file, parameters, PlanImport.ROLES);
            var report =
                    parameters.containsKey("import") ? imports.carryOut(upload, phase) : imports.tryOut(upload, phase);
            if (report.imported()) {
                Notice.success(
                                "communication.import.done",
                                String.valueOf(report.count(Outcome.NEW)),
                                String.valueOf(report.count(Outcome.CHANGED)))
                        .on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/communication");
            }
            page = ListPage.tried(PlanImport.ROLES, upload, report);
        } catch (Problem problem) {
            page = ListPage.refused(PlanImport.ROLES, problem);
        }
        return new ModelAndView(page(tenant, page, phase, language, model), model.asMap(), page.status());
    }

    private String page(Tenant tenant, ListPage page, Phase phase, Locale language, Model model) {
        List<Choice> choices = Arrays.stream(Phase.values())
                .map(one -> Choice.of(one.name(), phases.in(language, one)))
                .toList();
        model.addAttribute("tenant", tenant);
        model.addAttribute("list", page);
        model.addAttribute("phase", phase.name());
        model.addAttribute("phases", choices);
        model.addAttribute("crumbs", CommunicationController.crumbs(tenant, messages, language));
        return "communication/import";
    }
}
