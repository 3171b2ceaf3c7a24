package org.samklima.portal.planning.activityexchange;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.PageAddress;
import org.samklima.portal.lists.ListAnswer;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activityexchange.ImportOptions.TopRows;
import org.samklima.portal.planning.activitylists.ActivityFilter;
import org.samklima.portal.planning.activitylists.ActivityLists;
import org.samklima.portal.tables.TableDownload.Format;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Activities that leave and come back as a file. */
@TenantApi
@Allowed
class ActivityExchangeApi {

    private final ActivityLists lists;
    private final ActivityExport export;
    private final ActivityImport imports;
    private final ListAnswer.Words words;

    ActivityExchangeApi(ActivityLists lists, ActivityExport export, ActivityImport imports, ListAnswer.Words words) {
        this.lists = lists;
        this.export = export;
        this.imports = imports;
        this.words = words;
    }

    /**
     * Activities as a file that can be imported again, by the same parameters as the list.
     *
     * @param format CSV or XLSX
     */
    @GetMapping("/activities/file")
    ResponseEntity<byte[]> file(
            Tenant tenant, ActivityFilter filter, @RequestParam Format format, PageAddress address, Locale language) {
        return export.of(tenant, lists.ids(filter, address, language), format == Format.XLSX, language)
                .as(format, language);
    }

    /**
     * Takes activities from a list (CSV or XLSX), all or none; those that are there are found by reference, else by title. 422
     * if a row is wrong, and then nothing is imported.
     *
     * @param mapping from activity-reference, activity-title, field-of-action, activity-status, starts-on, ends-on, responsible,
     *     partners, goals-served, effect-tonnes, effect-assumption, co-benefits, shown-publicly, activity-description,
     *     budget-lines, milestones, version, log-text, logged-on and parent-row to the heading of the column, or to its place
     *     as in #3; without it the headings tell
     * @param statuses what words in the column of the status mean that the product does not know, as {"#01873B": "ONGOING"}
     * @param createFields makes fields of action that are missing; for those who may
     * @param topRows what a row is that names no parent, where the list has parents: FIELDS of action or ACTIVITIES
     * @param dryRun only says what would happen
     */
    @PostMapping(path = "/activity-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ResponseEntity<ListAnswer> importList(
            @RequestPart MultipartFile file,
            @RequestPart(required = false) @Nullable Map<String, String> mapping,
            @RequestPart(required = false) @Nullable Map<String, ActivityStatus> statuses,
            @RequestParam(defaultValue = "false") boolean createFields,
            @RequestParam(defaultValue = "FIELDS") TopRows topRows,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Locale language) {
        var upload = ListUpload.ofProgram(file, mapping, ActivityColumn.ROLES);
        var options = new ImportOptions(createFields, topRows, statuses == null ? Map.of() : statuses);
        var tried = dryRun ? imports.tryOut(upload, options, language) : imports.carryOut(upload, options, language);
        return words.answer(tried.report(), dryRun, language);
    }
}
