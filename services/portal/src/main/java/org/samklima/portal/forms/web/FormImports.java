package org.samklima.portal.forms.web;

import static org.samklima.portal.tenancy.Role.MANAGER;
import static org.samklima.portal.tenancy.Role.STAFF;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.InvalidForm;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.published.MemberKind;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Importing a report form: read the file, see what it changes, take it into use. */
@TenantController
@Allowed({STAFF, MANAGER})
class FormImports {

    /** More than anybody reads before mending the first ones. */
    private static final int MOST_LINES = 100;

    private final FormDrafts drafts;
    private final Forms forms;
    private final FormReadings readings;
    private final FlawText flawText;

    FormImports(FormDrafts drafts, Forms forms, FormReadings readings, FlawText flawText) {
        this.drafts = drafts;
        this.forms = forms;
        this.readings = readings;
        this.flawText = flawText;
    }

    @GetMapping("/report-forms/import")
    String begin(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("shipped", ShippedForms.all());
        return "forms/import";
    }

    @PostMapping("/report-form-drafts")
    ModelAndView tryFile(Tenant tenant, @RequestParam MultipartFile file, Locale language, Model model)
            throws IOException {
        if (file.isEmpty()) {
            return again(tenant, model, "noFile", true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (var content = file.getInputStream()) {
            return kept(tenant, FormFile.read(content));
        } catch (InvalidForm invalid) {
            var lines =
                    flawText.lines(invalid.flaws().stream().limit(MOST_LINES).toList(), language);
            model.addAttribute("fileName", file.getOriginalFilename());
            model.addAttribute("flawCount", invalid.flaws().size());
            return again(tenant, model, "flaws", lines, FormApi.statusOf(invalid));
        }
    }

    private ModelAndView again(Tenant tenant, Model model, String name, Object value, HttpStatus status) {
        model.addAttribute(name, value);
        return new ModelAndView(begin(tenant, model), model.asMap(), status);
    }

    /** Begins with a form that comes along. */
    @PostMapping("/report-form-drafts/shipped")
    ModelAndView tryShipped(Tenant tenant, @RequestParam String code) {
        var shipped = ShippedForms.all().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return kept(tenant, shipped);
    }

    private ModelAndView kept(Tenant tenant, ReportForm form) {
        return redirect(tenant, "report-form-drafts/" + drafts.keep(form));
    }

    @GetMapping("/report-form-drafts/{id}")
    String see(
            Tenant tenant,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MemberKind kind,
            @RequestParam(required = false) @Nullable String language,
            Locale page,
            Model model) {
        var draft = drafts.get(id);
        var known = forms.find(draft.form().code());
        model.addAttribute("tenant", tenant);
        model.addAttribute("draft", draft);
        model.addAttribute("known", known.orElse(null));
        known.ifPresent(latest -> {
            var before = forms.get(latest.id(), latest.latestVersion());
            model.addAttribute("before", before);
            model.addAttribute("changes", FormChanges.between(before, draft.form()));
            model.addAttribute("unchanged", before.equals(draft.form()));
        });
        model.addAttribute(
                "maxima",
                Arrays.stream(MemberKind.values())
                        .filter(each -> !draft.form().sectionsFor(each).isEmpty())
                        .map(each -> new Maximum(each, FormChanges.maximum(draft.form(), each)))
                        .toList());
        readings.show(tenant, draft.form(), kind, language, page, model);
        return "forms/draft";
    }

    /** The most points that members of a kind can have. */
    record Maximum(MemberKind kind, BigDecimal points) {}

    /** Takes a draft into use. Whoever was overtaken sees it compared with the version that came meanwhile. */
    @PostMapping("/report-forms")
    ModelAndView use(Tenant tenant, @RequestParam UUID draft, RedirectAttributes redirect) {
        try {
            var form = drafts.takeIntoUse(draft);
            Notice.success("forms.draft.used", form.code(), String.valueOf(form.latestVersion()))
                    .on(redirect);
            return redirect(tenant, "report-forms/" + form.id() + "/versions/" + form.latestVersion());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            Notice.warning(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return redirect(tenant, "report-form-drafts/" + drafts.renew(draft));
        }
    }

    @PostMapping("/report-form-drafts/{id}/removal")
    ModelAndView drop(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        drafts.drop(id);
        Notice.success("forms.draft.dropped").on(redirect);
        return redirect(tenant, "report-forms");
    }

    private static ModelAndView redirect(Tenant tenant, String path) {
        return new ModelAndView("redirect:/" + tenant.slug() + "/" + path);
    }
}
