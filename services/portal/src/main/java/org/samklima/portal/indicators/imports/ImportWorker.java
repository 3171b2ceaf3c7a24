package org.samklima.portal.indicators.imports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.indicators.ImportTask;
import org.samklima.portal.indicators.imports.ImportJob.State;
import org.samklima.portal.people.People;
import org.samklima.portal.problem.DatabaseAway;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes imports from the job queue and carries them out in the name of whoever asked for them. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportRun run;
    private final ImportJobs jobs;
    private final People people;

    ImportWorker(ImportRun run, ImportJobs jobs, People people) {
        this.run = run;
        this.jobs = jobs;
        this.people = people;
    }

    /** Whatever happens, the import does not stay under way; only where the database is away it is tried again. */
    void work(ImportTask task) {
        var actor = Tenancy.inTenant(task.tenantId(), Actor.SYSTEM, () -> actor(task.importId()));
        Tenancy.inTenant(task.tenantId(), actor, () -> work(task.importId()));
    }

    private void work(UUID id) {
        try {
            run.carryOut(id);
        } catch (Problem problem) {
            var refusal = new ImportReport.Refusal(problem.messageKey(), List.of(problem.argumentTexts()));
            jobs.finish(id, State.REFUSED, ImportReport.refused(refusal));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            LOG.error("Import {} failed", id, failure);
            jobs.finish(id, State.FAILED, null);
        }
    }

    private Actor actor(UUID id) {
        return jobs.find(id)
                .flatMap(job -> people.all().stream()
                        .filter(user -> user.personId().equals(job.createdBy()))
                        .findFirst())
                .map(user -> new Actor(user.personId(), user.name(), Set.copyOf(user.roles())))
                .orElse(Actor.SYSTEM);
    }
}
