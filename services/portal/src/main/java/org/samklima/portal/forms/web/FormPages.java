package org.samklima.portal.forms.web;

import static org.samklima.portal.tenancy.Role.BOARD;
import static org.samklima.portal.tenancy.Role.MANAGER;
import static org.samklima.portal.tenancy.Role.STAFF;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.published.MemberKind;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An association's report forms: the list, and each version as a member will see it. */
@TenantController
@Allowed({STAFF, MANAGER, BOARD})
class FormPages {

    private final Forms forms;
    private final FormReadings readings;

    FormPages(Forms forms, FormReadings readings) {
        this.forms = forms;
        this.readings = readings;
    }

    @GetMapping("/report-forms")
    @InNavigation(value = "forms.navigation", order = 230, kinds = TenantKind.ASSOCIATION)
    String all(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("forms", forms.all());
        return "forms/list";
    }

    @GetMapping("/report-forms/{id}/versions/{version}")
    String read(
            Tenant tenant,
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable MemberKind kind,
            @RequestParam(required = false) @Nullable String language,
            Locale page,
            Model model) {
        var form = forms.get(id, version);
        model.addAttribute("tenant", tenant);
        model.addAttribute("form", forms.get(id));
        model.addAttribute("version", version);
        model.addAttribute("versions", forms.versions(id));
        readings.show(tenant, form, kind, language, page, model);
        return "forms/read";
    }

    /** The version as a file, named so that it is found again. */
    @GetMapping("/report-forms/{id}/versions/{version}/file")
    ResponseEntity<byte[]> export(@PathVariable UUID id, @PathVariable int version) {
        var form = forms.get(id, version);
        var name = ContentDisposition.attachment()
                .filename(form.code() + "-v" + version + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(FormFile.write(form));
    }
}
