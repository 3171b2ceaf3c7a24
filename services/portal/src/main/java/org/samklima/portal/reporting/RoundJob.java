package org.samklima.portal.reporting;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import org.samklima.portal.time.DueWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks at a round when something is due by its timetable. */
@Component
class RoundJob {

    private static final String TASK = "round";

    private final DueWork work;

    RoundJob(DueWork work) {
        this.work = work;
    }

    /** In the transaction that changes the round. */
    void schedule(Timetable timetable) {
        timetable.next().ifPresent(due -> work.schedule(TASK, timetable.round().id(), due));
    }

    @Configuration(proxyBeanMethods = false)
    static class RoundTask {

        @Bean
        Task<Void> roundTask(ObjectProvider<Rounds> rounds, Clock clock) {
            return DueWork.task(TASK, clock, round -> rounds.getObject().keepTimetable(round));
        }
    }
}
