package org.samklima.portal.forms.web;

import static org.samklima.portal.tenancy.Role.BOARD;
import static org.samklima.portal.tenancy.Role.MANAGER;
import static org.samklima.portal.tenancy.Role.STAFF;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.FormSummary;
import org.samklima.portal.forms.FormVersion;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.InvalidForm;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.published.Texts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Report forms, as data. */
@TenantApi
@Allowed({STAFF, MANAGER})
class FormApi {

    private final Forms forms;
    private final FlawText flawText;
    private final MessageSource messages;

    FormApi(Forms forms, FlawText flawText, MessageSource messages) {
        this.forms = forms;
        this.flawText = flawText;
        this.messages = messages;
    }

    record Form(UUID id, String code, Texts title, int latestVersion, Instant changedAt) {

        static Form of(FormSummary form) {
            return new Form(form.id(), form.code(), form.title(), form.latestVersion(), form.changedAt());
        }
    }

    record FormWithVersions(Form form, List<FormVersion> versions) {}

    /** @param version that the import makes; the latest one if the file changes nothing */
    record Imported(String code, int version, boolean changed, boolean saved) {}

    /** All report forms, by code. */
    @GetMapping("/report-forms")
    @Allowed({STAFF, MANAGER, BOARD})
    List<Form> all() {
        return forms.all().stream().map(Form::of).toList();
    }

    /** A report form with its versions, the newest first. */
    @GetMapping("/report-forms/{id}")
    @Allowed({STAFF, MANAGER, BOARD})
    FormWithVersions one(@PathVariable UUID id) {
        return new FormWithVersions(Form.of(forms.get(id)), forms.versions(id));
    }

    /** A version as the file it travels in. */
    @GetMapping(path = "/report-forms/{id}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({STAFF, MANAGER, BOARD})
    byte[] file(@PathVariable UUID id, @PathVariable int version) {
        return FormFile.write(forms.get(id, version));
    }

    /**
     * Imports a report form file: as a new form, or as the next version of the one with its code. 422 with every flaw, each
     * with a JSON Pointer, if it cannot be, and 413 if it is too large; nothing is saved then.
     *
     * @param dryRun only tells what would happen
     */
    @PostMapping(path = "/report-forms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
    ResponseEntity<Imported> add(InputStream file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var form = FormFile.read(file);
        var known = forms.find(form.code());
        int before = known.map(FormSummary::latestVersion).orElse(0);
        if (dryRun) {
            boolean same =
                    known.isPresent() && forms.get(known.get().id(), before).equals(form);
            return ResponseEntity.ok(new Imported(form.code(), same ? before : before + 1, !same, false));
        }
        var added = forms.addAfter(before, form);
        boolean changed = added.latestVersion() > before;
        return ResponseEntity.status(changed ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Imported(form.code(), added.latestVersion(), changed, changed));
    }

    /** One flaw of an import, as data. */
    record FlawDetail(String pointer, String code, String detail) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidForm invalid, Locale language) {
        var status = statusOf(invalid);
        var problem = ProblemDetail.forStatusAndDetail(
                status,
                messages.getMessage(
                        "forms.import.flawed", new Object[] {invalid.flaws().size()}, language));
        problem.setProperty(
                "flaws",
                invalid.flaws().stream()
                        .map(flaw -> new FlawDetail(flaw.pointer(), flaw.key(), flawText.text(flaw, language)))
                        .toList());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static HttpStatus statusOf(InvalidForm invalid) {
        return invalid.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
