package org.samklima.portal.planning.activityexchange;

import java.util.Locale;
import org.samklima.pages.PageAddress;
import org.samklima.portal.planning.activitylists.ActivityFilter;
import org.samklima.portal.planning.activitylists.ActivityLists;
import org.samklima.portal.tables.TableDownload.Format;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Activities as a file: just those that a list shows. */
@TenantController
@Allowed
class ActivityFileController {

    private final ActivityLists lists;
    private final ActivityExport export;

    ActivityFileController(ActivityLists lists, ActivityExport export) {
        this.lists = lists;
        this.export = export;
    }

    @GetMapping("/activities/file")
    ResponseEntity<byte[]> file(
            Tenant tenant, ActivityFilter filter, @RequestParam Format format, PageAddress address, Locale language) {
        return export.of(tenant, lists.ids(filter, address, language), format == Format.XLSX, language)
                .as(format, language);
    }
}
