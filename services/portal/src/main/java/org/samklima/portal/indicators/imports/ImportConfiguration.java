package org.samklima.portal.indicators.imports;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.samklima.portal.indicators.ImportTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(20);

    @Bean
    Task<ImportTask> importOfficialFigures(ImportWorker worker) {
        return Tasks.oneTime(ImportTask.DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                .execute((task, _) -> worker.work(task.getData()));
    }
}
