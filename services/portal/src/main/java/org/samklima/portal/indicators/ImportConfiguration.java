package org.samklima.portal.indicators;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    Task<ImportTask> importOfficialFigures(ImportWorker worker) {
        return Tasks.oneTime(ImportTask.DESCRIPTOR).execute((task, _) -> worker.work(task.getData()));
    }
}
