package org.samklima.portal.publication;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.tables.CsvStyle;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.published.Edition;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A published edition to take along: the document itself, a workbook of all its tables, or one table. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
@RequestMapping("/rounds/{round}/edition/versions/{version}/open-data")
class OpenDataController {

    private final Rounds rounds;
    private final PublicShelf shelf;
    private final JsonMapper json;

    OpenDataController(Rounds rounds, PublicShelf shelf, JsonMapper json) {
        this.rounds = rounds;
        this.shelf = shelf;
        this.json = json;
    }

    @GetMapping("/json")
    ResponseEntity<byte[]> json(Tenant tenant, @PathVariable UUID round, @PathVariable int version) {
        var edition = edition(round, version);
        var disposition = ContentDisposition.attachment()
                .filename(name(tenant, edition) + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(json.writeValueAsBytes(edition));
    }

    @GetMapping("/xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, @PathVariable UUID round, @PathVariable int version) {
        var edition = edition(round, version);
        return new TableDownload(name(tenant, edition), OpenData.all(edition)).xlsx();
    }

    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(
            Tenant tenant, @PathVariable UUID round, @PathVariable int version, @RequestParam OpenData.Table table) {
        var edition = edition(round, version);
        var name = name(tenant, edition) + "-" + table.name().toLowerCase(Locale.ROOT);
        return new TableDownload(name, List.of(OpenData.of(edition, table))).csv(CsvStyle.OPEN_DATA);
    }

    private Edition edition(UUID round, int version) {
        return shelf.edition(rounds.get(round).year(), version).orElseThrow(Problem::notFound);
    }

    private static String name(Tenant tenant, Edition edition) {
        return tenant.slug() + "-" + edition.year() + "-v" + edition.version();
    }
}
