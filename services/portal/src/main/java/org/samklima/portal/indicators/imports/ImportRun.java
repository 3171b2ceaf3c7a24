package org.samklima.portal.indicators.imports;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.ObservationKey;
import org.samklima.portal.indicators.ObservationWriting;
import org.samklima.portal.indicators.Observations;
import org.samklima.portal.indicators.OfficialFiguresShelf;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.Source;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.Sources;
import org.samklima.portal.indicators.imports.ImportJob.State;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.portal.tables.UnreadableTable;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.portal.tenancy.TransactionLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tries an import, or carries it out: everything in one transaction, or nothing. */
@Component
class ImportRun {

    private static final int ROWS_BETWEEN_SIGNS_OF_LIFE = 2_000;

    private final ImportJobs jobs;
    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final ObservationWriting writing;
    private final Sources sources;
    private final OfficialFiguresShelf shelf;
    private final Members members;
    private final Figures figures;
    private final Tenants tenants;
    private final TableLimits limits;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRun(
            ImportJobs jobs,
            IndicatorCatalogue catalogue,
            Observations observations,
            ObservationWriting writing,
            Sources sources,
            OfficialFiguresShelf shelf,
            Members members,
            Figures figures,
            Tenants tenants,
            TableLimits limits,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.jobs = jobs;
        this.catalogue = catalogue;
        this.observations = observations;
        this.writing = writing;
        this.sources = sources;
        this.shelf = shelf;
        this.members = members;
        this.figures = figures;
        this.tenants = tenants;
        this.limits = limits;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Hears how much is done. */
    @FunctionalInterface
    interface Progress {
        void report(int done, int total);
    }

    /**
     * Tries or imports what waits, as its owner asked.
     *
     * @throws UnreadableTable if the file cannot be read after all
     * @throws Problem if its mapping leaves something open
     */
    @Transactional
    public void carryOut(UUID id) {
        if (!jobs.begin(id)) {
            return;
        }
        var job = jobs.find(id).orElseThrow();
        // Two imports at once might write the same figures in another order and wait for each other for ever.
        TransactionLock.hold(jdbc, "import");
        // Whoever seemed to have died over it may have finished it after all.
        if (!jobs.isRunning(id)) {
            return;
        }
        int steps = job.dryRun() ? 1 : 2;
        var check = check(job, problem -> {}, (done, total) -> jobs.progress(id, done, total * steps));
        var report = check.report();
        if (!job.dryRun() && report.isImportable()) {
            write(job, check);
        }
        jobs.finish(id, report.isImportable() ? State.DONE : State.REFUSED, report);
    }

    /** Goes through the file without changing anything. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ImportCheck check(ImportJob job, Consumer<RowProblem> problems, Progress progress) {
        var table = TableFile.of(job.fileName(), jobs.content(job.id()), limits)
                .read(job.mapping().readingOrAutomatic());
        var tenant = tenants.get(Tenancy.tenantId());
        boolean ourselves = !tenant.isAssociation();
        var known = catalogue.read();
        var plan = ImportPlan.of(MappingGuess.complete(job.mapping(), table, ourselves), table, known::find, ourselves);
        var check = new ImportCheck(
                plan,
                known,
                ourselves ? ImportSubjects.ourselves(tenant) : members(),
                observations.present(plan.origin(), indicators(plan, known)),
                plan.origin() == Origin.OWN ? officialOfOurs() : key -> true,
                tenant.dayOf(clock.instant()).getYear(),
                problems);
        table.forEachRow(row -> {
            check.row(row);
            if (check.rows() % ROWS_BETWEEN_SIGNS_OF_LIFE == 0) {
                progress.report(check.rows(), plan.rows());
            }
        });
        return check;
    }

    private ImportSubjects members() {
        var today = members.today();
        return ImportSubjects.members(
                members.all().stream().filter(member -> !member.hasLeft(today)).toList());
    }

    /** What an own figure would correct. */
    private Predicate<ObservationKey> officialOfOurs() {
        return figures.overview().figures().stream()
                .filter(Figures.Known::isOfficial)
                .map(known -> ObservationKey.of(known.observation()))
                .collect(Collectors.toUnmodifiableSet())::contains;
    }

    private static Collection<String> indicators(ImportPlan plan, Catalogue known) {
        return plan.indicator() != null
                ? List.of(plan.indicator().code())
                : known.indicators().stream().map(Indicator::code).toList();
    }

    private void write(ImportJob job, ImportCheck check) {
        var report = check.report();
        var entries = check.entries();
        catalogue.adopt(report.indicators());
        var bySource = sources(job, check);
        var now = clock.instant();
        writing.all(
                entries.stream()
                        .map(entry -> entry.observation(
                                check.origin(),
                                Objects.requireNonNull(bySource.get(sourceOf(entry, check))),
                                job.createdBy(),
                                now))
                        .toList(),
                written -> jobs.progress(job.id(), entries.size() + written, 2 * entries.size()));
        if (tenants.get(Tenancy.tenantId()).isAssociation()) {
            shelf.publish(report.indicators());
        }
        jobs.dropContent(job.id());
        audit.record(
                "import.done",
                "import",
                job.id(),
                Map.of("file", job.fileName(), "figures", entries.size(), "indicators", report.indicators()));
    }

    /** A source for each that the file names, or the one it was said to have. */
    private Map<SourceDetails, Source> sources(ImportJob job, ImportCheck check) {
        return check.entries().stream()
                .collect(Collectors.groupingBy(entry -> sourceOf(entry, check), Collectors.counting()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        counted -> sources.imported(
                                counted.getKey(),
                                job.fileName(),
                                counted.getValue().intValue())));
    }

    private static SourceDetails sourceOf(ImportCheck.Entry entry, ImportCheck check) {
        return entry.source() != null ? entry.source() : Objects.requireNonNull(check.source());
    }
}
