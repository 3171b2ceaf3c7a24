package org.samklima.portal.indicators;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.samklima.portal.tenancy.Ids;

/**
 * An import in the job queue, which knows neither tenants' content nor whose turn it is: only where to look. Its name is written
 * in the queue: one that waits during an upgrade is carried out by the next version, which must have it under the same.
 */
public record ImportTask(UUID tenantId, UUID importId) implements Serializable {

    public static final TaskDescriptor<ImportTask> DESCRIPTOR =
            TaskDescriptor.of("import-official-figures", ImportTask.class);

    /**
     * Due at once, whatever a demonstration's clock says; under a name of its own each time, for a try may still be leaving
     * the queue when the import enters it.
     */
    public static SchedulableInstance<ImportTask> instance(UUID tenantId, UUID importId) {
        return DESCRIPTOR
                .instance(Ids.next().toString())
                .data(new ImportTask(tenantId, importId))
                .scheduledTo(Instant.now());
    }
}
