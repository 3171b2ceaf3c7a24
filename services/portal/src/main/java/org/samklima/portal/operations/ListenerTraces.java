package org.samklima.portal.operations;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.samklima.portal.tenancy.TenantEvent;
import org.samklima.portal.tenancy.TenantListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/**
 * Times the handling of every event, as part of the trace of what published it. Handled again from the registry, it has a
 * trace of its own.
 */
@Configuration(proxyBeanMethods = false)
class ListenerTraces {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerTraces.class);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor observesListeners(ObjectProvider<ObservationRegistry> observations) {
        MethodInterceptor observing = invocation -> {
            var event = EventCounts.name((TenantEvent) invocation.getArguments()[0]);
            var listener = invocation.getMethod().getDeclaringClass().getSimpleName();
            try {
                return observation(event, listener, observations.getObject()).observeChecked(invocation::proceed);
            } catch (Throwable failure) {
                // Spring logs the failure itself, but when the tenant is not bound any more.
                LOG.warn("{} did not handle {}; it is tried again", listener, event);
                throw failure;
            }
        };
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(TenantListener.class), observing);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return advisor;
    }

    private static Observation observation(String event, String listener, ObservationRegistry observations) {
        return Observation.createNotStarted("samklima.event.handling", observations)
                .contextualName("on " + event)
                .lowCardinalityKeyValue("event", event)
                .lowCardinalityKeyValue("listener", listener);
    }
}
