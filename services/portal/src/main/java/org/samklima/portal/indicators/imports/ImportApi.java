package org.samklima.portal.indicators.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Imports of figures, as data: one call uploads, maps, and tries or imports. */
@TenantApi
@Allowed({Role.STAFF, Role.MANAGER, Role.COORDINATOR})
class ImportApi {

    private final FigureImports imports;
    private final ImportWords words;
    private final TableLimits limits;
    private final JsonMapper json;

    ImportApi(FigureImports imports, ImportWords words, TableLimits limits, JsonMapper json) {
        this.imports = imports;
        this.words = words;
        this.limits = limits;
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * How far an import is, and what it found.
     *
     * @param state {@code WAITING} and {@code RUNNING} while it goes on; then {@code DONE} if there was nothing wrong, {@code
     *     REFUSED} if something is wrong with the file, {@code FAILED} if something is wrong with us. Only {@code DONE} with
     *     {@code dryRun} false has imported anything
     * @param progress in percent
     * @param refusal what is wrong with the file as a whole
     * @param kinds how many rows were taken, and left out, by what they are; together they are all rows of the file
     * @param problemCount how many rows and cells are wrong; {@code problems} has the first 200 of them
     * @param noteCount how many remarks there are that prevent nothing; {@code notes} has the first 200 of them
     * @param leftOutMembers whom rows were about that were left out, the first of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportStatus(
            UUID id,
            ImportJob.State state,
            boolean dryRun,
            String fileName,
            int progress,
            ObservationMapping mapping,
            @Nullable String refusal,
            ImportReport.@Nullable Counts counts,
            Map<RowKind, Integer> kinds,
            int problemCount,
            List<RowMessage> problems,
            int noteCount,
            List<RowMessage> notes,
            List<String> leftOutMembers,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /**
     * Something about a row.
     *
     * @param row its number in the file
     * @param column letter of the column, absent where the whole row is meant
     * @param code the same in every language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowMessage(int row, @Nullable String column, String code, String message) {}

    /**
     * Tries or imports a file of figures: an association's are official ones about its members; a municipality's or region's
     * are about itself, its own or, with {@code "origin": "OFFICIAL"}, official ones, and rows about others are left out. Runs
     * in the background: 202 with the address of its status. All or nothing: one problem, and nothing is imported.
     *
     * @param file CSV or XLSX; the county report of Sweden's national emission database is recognised as it is handed out
     * @param mapping JSON that says how the file is to be understood; what it leaves out is guessed, except {@code source},
     *     which is known only of a report that is recognised
     * @param dryRun only try
     */
    @PostMapping(path = "/imports/observations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportStatus> start(
            Tenant tenant,
            Locale language,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "{}") String mapping,
            @RequestParam(defaultValue = "true") boolean dryRun)
            throws IOException {
        var upload = TableFile.receive(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                file.getSize(),
                file.getInputStream(),
                limits);
        var id = imports.upload(upload, mapping(mapping));
        imports.start(id, dryRun);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/" + tenant.slug() + "/imports/" + id))
                .body(status(imports.get(id), language));
    }

    /** The newest fifty. */
    @GetMapping("/imports")
    List<ImportStatus> all(Locale language) {
        return imports.newest().stream().map(job -> status(job, language)).toList();
    }

    @GetMapping("/imports/{id}")
    ImportStatus one(@PathVariable UUID id, Locale language) {
        return status(imports.get(id), language);
    }

    /** Every problem of a file that was refused, as CSV. */
    @GetMapping(path = "/imports/{id}/problems", produces = "text/csv")
    ResponseEntity<byte[]> problems(@PathVariable UUID id, Locale language) throws IOException {
        var out = new ByteArrayOutputStream();
        words.writeProblems(out, imports.problems(id), language);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(out.toByteArray());
    }

    /** Forgets an import; the figures it brought stay. */
    @DeleteMapping("/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        imports.remove(id);
    }

    private ObservationMapping mapping(String text) {
        try {
            return json.readValue(text, ObservationMapping.class);
        } catch (JacksonException unreadable) {
            throw Problem.invalid("indicators.import.bad-mapping", unreadable.getOriginalMessage());
        }
    }

    private ImportStatus status(ImportJob job, Locale language) {
        var report = job.report();
        return new ImportStatus(
                job.id(),
                job.state(),
                job.dryRun(),
                job.fileName(),
                job.percent(),
                job.mapping(),
                report == null || report.refusal() == null ? null : words.refusal(report.refusal(), language),
                report == null ? null : report.counts(),
                report == null ? Map.of() : report.kinds(),
                report == null ? 0 : report.problemCount(),
                report == null ? List.of() : messages(report.problems(), language),
                report == null ? 0 : report.noteCount(),
                report == null ? List.of() : messages(report.notes(), language),
                report == null ? List.of() : report.leftOutMembers(),
                job.createdAt(),
                job.finishedAt());
    }

    private List<RowMessage> messages(List<RowProblem> problems, Locale language) {
        return problems.stream()
                .map(problem -> new RowMessage(
                        problem.row(), problem.column(), problem.code(), words.problem(problem, language)))
                .toList();
    }
}
