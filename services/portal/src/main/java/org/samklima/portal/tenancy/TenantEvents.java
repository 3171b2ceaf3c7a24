package org.samklima.portal.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Binds an event's tenant before its listener's transaction begins, and tries again what was not handled. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
class TenantEvents {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(30);

    /** Who handles an event for longer than this has died over it, or lost the database before it could say that it failed. */
    private static final Duration HANDLED_IN = Duration.ofMinutes(2);

    private static final Duration TO_END = Duration.ofSeconds(5);

    private final IncompleteEventPublications incomplete;
    private final JdbcOperations jdbc;
    private final Clock clock;

    TenantEvents(IncompleteEventPublications incomplete, JdbcOperations jdbc, Clock clock) {
        this.incomplete = incomplete;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean(name = TenantListener.THREADS, defaultCandidate = false)
    ThreadPoolTaskExecutor eventListeners(ThreadPoolTaskExecutorBuilder threads) {
        return few(threads, 6, "events-");
    }

    @Bean(name = TenantListener.THREADS_THAT_WAIT, defaultCandidate = false)
    ThreadPoolTaskExecutor waitingEventListeners(ThreadPoolTaskExecutorBuilder threads) {
        return few(threads, 4, "events-elsewhere-");
    }

    /** Whoever publishes never waits for one to be free: they hold a connection that it may need. */
    private static ThreadPoolTaskExecutor few(ThreadPoolTaskExecutorBuilder threads, int number, String name) {
        return threads.corePoolSize(number)
                .maxPoolSize(number)
                .queueCapacity(Integer.MAX_VALUE)
                .awaitTermination(true)
                .awaitTerminationPeriod(TO_END)
                .acceptTasksAfterContextClose(false)
                .threadNamePrefix(name)
                .build();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor bindsTheEventsTenant() {
        MethodInterceptor binding = invocation -> Tenancy.inTenant(
                ((TenantEvent) invocation.getArguments()[0]).tenantId(), Actor.SYSTEM, invocation::proceed);
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(TenantListener.class), binding);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** By any number of portals: the register gives an event to one of them. */
    @Scheduled(fixedDelayString = "PT15S")
    void tryAgain() {
        Tenancy.onPlatform(() -> {
            giveUpForgotten();
            incomplete.resubmitIncompletePublications(publication -> isDue(publication, clock.instant()));
            return true;
        });
    }

    private static boolean isDue(EventPublication publication, Instant now) {
        return switch (publication.getStatus()) {
            case PUBLISHED, FAILED -> isApart(lastTry(publication), now, BEFORE_ANOTHER_TRY);
            case PROCESSING, RESUBMITTED, COMPLETED -> false;
        };
    }

    private static Instant lastTry(EventPublication publication) {
        var again = publication.getLastResubmissionDate();
        return again == null ? publication.getPublicationDate() : again;
    }

    /** Also from the future, where a clock that was wrong put it. */
    private static boolean isApart(Instant time, Instant now, Duration least) {
        return Duration.between(time, now).abs().compareTo(least) > 0;
    }

    /** The register itself would wait for them for ever. */
    private void giveUpForgotten() {
        var now = OffsetDateTime.now(clock);
        jdbc.update(
                "UPDATE event_publication SET status = 'FAILED' WHERE completion_date IS NULL"
                        + " AND status IN ('PROCESSING', 'RESUBMITTED') AND coalesce(last_resubmission_date, publication_date)"
                        + " NOT BETWEEN ? AND ?",
                now.minus(HANDLED_IN),
                now.plus(HANDLED_IN));
    }
}
