package org.samklima.portal.archive;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.DatabaseAway;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.retention.RetentionProperties;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Archives of the bound tenant: asked for, written in the background, fetched for a while. */
@Service
class Archives {

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
    private static final String TASK = "write-tenant-archive";
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(20);

    private final StoredArchives stored;
    private final ArchiveWriter writer;
    private final SchedulerClient scheduler;
    private final AuditTrail audit;
    private final Period kept;
    private final TransactionTemplate ofOneMoment;

    Archives(
            StoredArchives stored,
            ArchiveWriter writer,
            SchedulerClient scheduler,
            AuditTrail audit,
            RetentionProperties retention,
            PlatformTransactionManager transactions) {
        this.stored = stored;
        this.writer = writer;
        this.scheduler = scheduler;
        this.audit = audit;
        this.kept = retention.archives();
        this.ofOneMoment = new TransactionTemplate(transactions);
        ofOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        ofOneMoment.setReadOnly(true);
    }

    /** Newest first. */
    List<TenantArchive> all() {
        return stored.all();
    }

    /** So long each can be fetched; then the nightly job of retention removes it. */
    Period kept() {
        return kept;
    }

    /** @throws Problem not found */
    TenantArchive get(UUID id) {
        return stored.find(id).orElseThrow(Problem::notFound);
    }

    /** @throws Problem if one is under way already */
    @Transactional
    public UUID request() {
        if (stored.all().stream().anyMatch(TenantArchive::isUnderWay)) {
            throw Problem.conflict("archive.under-way");
        }
        var id = stored.add();
        audit.record("tenant-archive.requested", "archive", id, Map.of());
        scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, Tenancy.tenantId() + "/" + id), Instant.EPOCH);
        return id;
    }

    /** Notes who took everything along. @throws Problem if there is none, or it is not written yet */
    @Transactional
    public TenantArchive fetch(UUID id) {
        var archive = get(id);
        if (!archive.isDone()) {
            throw Problem.conflict("archive.not-ready");
        }
        audit.record("tenant-archive.fetched", "archive", id, Map.of());
        return archive;
    }

    /** Read part by part in the bound tenant, each in a transaction of its own: however slow the line, none stays open. */
    InputStream content(UUID id) {
        var parts = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> stored.part(id, number))
                .takeWhile(Optional::isPresent)
                .map(part -> new ByteArrayInputStream(part.get()))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {

            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    /** Whatever happens, the archive does not stay under way; only where the database is away it is tried again. */
    void write(UUID id) {
        try {
            ofOneMoment.executeWithoutResult(_ -> writeAlone(id));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            LOG.error("Archive {} could not be written", id, failure);
            stored.fail(id);
        }
    }

    /** Whoever takes over from a machine that was slow, not dead, waits for it: the parts of two would make no archive. */
    private void writeAlone(UUID id) {
        stored.waitForOthers(id);
        if (stored.begin(id)) {
            writer.write(stored.writing(id), (done, of, rows) -> stored.progress(id, done, of, rows));
            stored.finish(id, TenantArchive.State.DONE);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ArchiveTask {

        @Bean
        Task<Void> writeTenantArchive(ObjectProvider<Archives> archives) {
            return Tasks.oneTime(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                    .execute((job, _) -> {
                        var ids = job.getId().split("/");
                        Tenancy.inTenant(
                                UUID.fromString(ids[0]),
                                Actor.SYSTEM,
                                () -> archives.getObject().write(UUID.fromString(ids[1])));
                    });
        }
    }
}
