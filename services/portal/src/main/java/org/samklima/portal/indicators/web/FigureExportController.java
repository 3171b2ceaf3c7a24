package org.samklima.portal.indicators.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Observations;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All figures of an indicator to take along, in every year and sector. */
@TenantController
@Allowed
class FigureExportController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final FigureExport export;
    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final Figures figures;
    private final Members members;

    FigureExportController(
            FigureExport export,
            IndicatorCatalogue catalogue,
            Observations observations,
            Figures figures,
            Members members) {
        this.export = export;
        this.catalogue = catalogue;
        this.observations = observations;
        this.figures = figures;
        this.members = members;
    }

    @GetMapping("/indicators/{code}/observations.csv")
    ResponseEntity<byte[]> csv(Tenant tenant, @PathVariable String code, Locale language) throws IOException {
        var out = new ByteArrayOutputStream();
        export.csv(out, figures(tenant, code), subjects(tenant), language);
        return file(out, CSV, tenant, code, "csv");
    }

    @GetMapping("/indicators/{code}/observations.xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, @PathVariable String code, Locale language) throws IOException {
        var out = new ByteArrayOutputStream();
        export.xlsx(out, code, figures(tenant, code), subjects(tenant), language);
        return file(out, XLSX, tenant, code, "xlsx");
    }

    private List<Observation> figures(Tenant tenant, String code) {
        if (tenant.isAssociation()) {
            return observations.of(List.of(catalogue.get(code).code()));
        }
        var overview = figures.overview();
        if (overview.catalogue().find(code).isEmpty()) {
            throw Problem.notFound();
        }
        return overview.of(code).stream().map(Figures.Known::observation).toList();
    }

    private Map<UUID, FigureExport.Subject> subjects(Tenant tenant) {
        Map<UUID, FigureExport.Subject> subjects = new HashMap<>();
        subjects.put(tenant.id(), new FigureExport.Subject(tenant.officialCode(), tenant.name()));
        if (tenant.isAssociation()) {
            members.all()
                    .forEach(member ->
                            subjects.put(member.id(), new FigureExport.Subject(member.officialCode(), member.name())));
        }
        return subjects;
    }

    private static ResponseEntity<byte[]> file(
            ByteArrayOutputStream out, MediaType type, Tenant tenant, String code, String ending) {
        var name = ContentDisposition.attachment()
                .filename(tenant.slug() + "-" + code + "." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(out.toByteArray());
    }
}
