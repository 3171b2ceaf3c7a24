package org.samklima.portal.indicators.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.indicators.ImportTask;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Table;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.portal.tables.UnreadableTable;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of figures: upload, look, try, import. An association's are official statistics about its members; any other
 * tenant's are about itself, official ones or its own.
 */
@Service
class FigureImports {

    private static final int LONGEST_NAME = 200;

    private final ImportJobs jobs;
    private final ImportRun run;
    private final Tenants tenants;
    private final SchedulerClient scheduler;
    private final TableLimits limits;
    private final AuditTrail audit;

    FigureImports(
            ImportJobs jobs,
            ImportRun run,
            Tenants tenants,
            SchedulerClient scheduler,
            TableLimits limits,
            AuditTrail audit) {
        this.jobs = jobs;
        this.run = run;
        this.tenants = tenants;
        this.scheduler = scheduler;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * A file read as its import's mapping says so far.
     *
     * @param mapping completed with what was guessed; as it is where the file could not be read
     * @param table null where it could not be read
     * @param fault why it could not
     */
    record Preview(
            List<String> sheets,
            ObservationMapping mapping,
            @Nullable Table table,
            @Nullable UnreadableTable fault) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    List<ImportJob> newest() {
        return jobs.newest(50);
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    ImportJob get(UUID id) {
        return jobs.find(id).orElseThrow(Problem::notFound);
    }

    /**
     * Takes a file in.
     *
     * @throws UnreadableTable if no table can be in it; nothing is kept then
     */
    @Transactional
    UUID upload(TableFile file, ObservationMapping mapping) {
        file.sheets();
        var name = file.name().isBlank() ? "-" : file.name();
        return jobs.add(name.substring(0, Math.min(name.length(), LONGEST_NAME)), file.content(), mapping);
    }

    @Transactional(readOnly = true)
    Preview preview(ImportJob job) {
        var file = TableFile.of(job.fileName(), jobs.content(job.id()), limits);
        var sheets = file.sheets();
        try {
            var table = file.read(job.mapping().readingOrAutomatic());
            return new Preview(sheets, MappingGuess.complete(job.mapping(), table, ourselves()), table, null);
        } catch (UnreadableTable fault) {
            return new Preview(sheets, job.mapping(), null, fault);
        }
    }

    /** @throws Problem if it is under way or imported already */
    @Transactional
    void choose(UUID id, ObservationMapping mapping) {
        if (!jobs.choose(id, mapping)) {
            throw notOpen(id);
        }
    }

    /**
     * Has it tried or imported in the background.
     *
     * @throws Problem if it is under way or imported already
     */
    @Transactional
    void start(UUID id, boolean dryRun) {
        if (!jobs.queue(id, dryRun)) {
            throw notOpen(id);
        }
        scheduler.scheduleIfNotExists(ImportTask.instance(Tenancy.tenantId(), id));
        if (!dryRun) {
            audit.record("import.started", "import", id, Map.of("file", get(id).fileName()));
        }
    }

    /** Every problem of the file, beyond those that the report shows. */
    @Transactional
    List<RowProblem> problems(UUID id) {
        var job = get(id);
        if (job.isImported()) {
            return List.of();
        }
        List<RowProblem> problems = new ArrayList<>();
        run.check(job, problems::add, (done, total) -> {});
        return problems;
    }

    /** @throws Problem if it is under way */
    @Transactional
    void remove(UUID id) {
        if (!jobs.remove(id)) {
            throw notOpen(id);
        }
    }

    /** Whether the bound tenant imports figures about itself, and not about members. */
    boolean ourselves() {
        return !tenants.get(Tenancy.tenantId()).isAssociation();
    }

    private Problem notOpen(UUID id) {
        var job = get(id);
        return Problem.conflict(
                job.isUnderWay() ? "indicators.import.under-way" : "indicators.import.imported-already");
    }
}
