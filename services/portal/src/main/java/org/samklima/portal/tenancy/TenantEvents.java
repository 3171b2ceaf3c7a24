package org.samklima.portal.tenancy;

import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Binds an event's tenant before its listener's transaction begins, and tries again what was not handled. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
class TenantEvents {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(1);

    private final IncompleteEventPublications incomplete;

    TenantEvents(IncompleteEventPublications incomplete) {
        this.incomplete = incomplete;
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

    @Scheduled(fixedDelayString = "PT1M")
    void tryAgain() {
        Tenancy.onPlatform(() -> {
            incomplete.resubmitIncompletePublicationsOlderThan(BEFORE_ANOTHER_TRY);
            return true;
        });
    }
}
