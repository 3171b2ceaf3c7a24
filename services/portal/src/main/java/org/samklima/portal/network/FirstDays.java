package org.samklima.portal.network;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.samklima.portal.time.DueWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks at a membership when its first day begins. */
@Component
class FirstDays {

    private static final String TASK = "first-day";

    private final DueWork work;

    FirstDays(DueWork work) {
        this.work = work;
    }

    /** In the transaction that writes the membership. */
    void await(UUID member, Instant firstDay) {
        work.schedule(TASK, member, firstDay);
    }

    @Configuration(proxyBeanMethods = false)
    static class FirstDayTask {

        @Bean
        Task<Void> firstDayTask(ObjectProvider<Memberships> memberships, Clock clock) {
            return DueWork.task(TASK, clock, member -> memberships.getObject().begin(member));
        }
    }
}
