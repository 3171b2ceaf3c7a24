package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.Locale;
import org.samklima.pages.Crumb;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.PlanFile;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.tables.TableDownload.Format;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The communication plan, to look at and to take along. */
@TenantController
@Allowed
class CommunicationController {

    /** Who writes the plan. */
    static final Role[] WRITING = {Role.COORDINATOR, Role.STAFF};

    private final PlanPage page;
    private final CommunicationPlan plan;
    private final Glossary glossary;
    private final PlanFile file;
    private final PlanDocument document;
    private final PlanTasks tasks;
    private final MessageSource messages;

    CommunicationController(
            PlanPage page,
            CommunicationPlan plan,
            Glossary glossary,
            PlanFile file,
            PlanDocument document,
            PlanTasks tasks,
            MessageSource messages) {
        this.page = page;
        this.plan = plan;
        this.glossary = glossary;
        this.file = file;
        this.document = document;
        this.tasks = tasks;
        this.messages = messages;
    }

    /** @param order whether rows are being put into another order */
    @GetMapping("/communication")
    @InNavigation(value = "communication.navigation", order = 64)
    String show(
            Tenant tenant,
            Actor actor,
            @RequestParam(defaultValue = "false") boolean order,
            Locale language,
            Model model) {
        var shown = page.read(language);
        model.addAttribute("tenant", tenant);
        model.addAttribute("plan", shown);
        model.addAttribute("today", tasks.today());
        model.addAttribute("mayChange", actor.has(WRITING));
        model.addAttribute("ordering", order && actor.has(WRITING));
        return "communication/plan";
    }

    @GetMapping("/communication/plan.csv")
    ResponseEntity<byte[]> csv(Tenant tenant, Locale language) {
        return list(tenant, Format.CSV, language);
    }

    @GetMapping("/communication/plan.xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, Locale language) {
        return list(tenant, Format.XLSX, language);
    }

    /** In the tenant's own language, whoever asks: it is the tenant's document. */
    @GetMapping("/communication/plan.docx")
    ResponseEntity<byte[]> docx(Tenant tenant) {
        return document.download(tenant, page.read(Locale.of(tenant.defaultLanguage())), tasks.today());
    }

    private ResponseEntity<byte[]> list(Tenant tenant, Format format, Locale language) {
        return file.plan(tenant, tasks.today(), plan.entries(), glossary.all(), language)
                .as(format, language);
    }

    /** The way back to the plan from a page below it. */
    static List<Crumb> crumbs(Tenant tenant, MessageSource messages, Locale language) {
        return List.of(new Crumb(
                messages.getMessage("communication.title", null, language), "/" + tenant.slug() + "/communication"));
    }
}
