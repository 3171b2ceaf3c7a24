package org.samklima.portal.operator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.lists.ListAnswer;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The directory of tenants, for the operator's programs. */
@RestController
@RequestMapping("/api/v1/operator")
class OperatorApi {

    private final Tenants tenants;
    private final TenantCreation creation;
    private final TenantImport imports;
    private final ListAnswer.Words words;

    OperatorApi(Tenants tenants, TenantCreation creation, TenantImport imports, ListAnswer.Words words) {
        this.tenants = tenants;
        this.creation = creation;
        this.imports = imports;
        this.words = words;
    }

    record NewInvitation(@Nullable String email) {}

    /** A tenant to be created; what is left out follows from the country, or from the name. */
    record Wanted(
            @Nullable TenantKind kind,
            @Nullable String name,
            @Nullable String slug,
            @Nullable String country,
            @Nullable String officialCode,
            @Nullable List<String> languages,
            @Nullable String timeZone,
            @Nullable String accentColour,
            @Nullable String managerEmail) {

        NewTenant toTenant() {
            return NewTenant.of(
                    kind, name, slug, country, officialCode, languages, timeZone, accentColour, managerEmail);
        }
    }

    /** What the rows of a list have in common, and which of its columns mean what. */
    record Mapping(
            @Nullable TenantKind kind,
            @Nullable String country,
            @Nullable List<String> languages,
            @Nullable String timeZone,
            @Nullable String accentColour,
            @Nullable Map<String, String> columns) {

        TenantDefaults defaults() {
            return new TenantDefaults(
                    kind == null ? TenantKind.MUNICIPALITY : kind,
                    country,
                    languages == null ? List.of() : languages,
                    timeZone,
                    accentColour);
        }
    }

    /** Every tenant, by name; with q those whose name, address or official code contains it. */
    @GetMapping("/tenants")
    List<Tenant> all(@RequestParam(defaultValue = "") String q) {
        return tenants.search(q);
    }

    /** Creates a tenant and invites its first manager. 409 if the address or the official code is taken. */
    @PostMapping("/tenants")
    @ResponseStatus(HttpStatus.CREATED)
    Tenant create(@RequestBody Wanted wanted, Authentication operator) {
        return creation.create(wanted.toTenant(), SignedIn.of(operator));
    }

    /** Invites a manager into a tenant. */
    @PostMapping("/tenants/{slug}/invitations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void inviteManager(@PathVariable String slug, @RequestBody NewInvitation invitation, Authentication operator) {
        var tenant = tenants.bySlug(slug).orElseThrow(Problem::notFound);
        creation.inviteManager(tenant, invitation.email() == null ? "" : invitation.email(), SignedIn.of(operator));
    }

    /**
     * Creates the tenants of a list (CSV or XLSX), all or none; those that are there already stay as they are. 422 if a row
     * is wrong, and then nothing is created.
     *
     * @param dryRun only says what would happen
     * @param mapping country of the tenants and, where the headings do not tell, the columns
     */
    @PostMapping(path = "/tenant-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ListAnswer> importList(
            @RequestPart MultipartFile file,
            @RequestPart Mapping mapping,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Authentication operator,
            Locale language) {
        var rows = ListUpload.ofProgram(file, mapping.columns(), TenantImport.ROLES)
                .rows();
        var report = dryRun
                ? imports.tryOut(rows, mapping.defaults())
                : imports.carryOut(rows, mapping.defaults(), SignedIn.of(operator));
        return words.answer(report, dryRun, language);
    }
}
