package org.samklima.portal.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitsConfiguration {

    @Bean
    Buckets buckets(LimitProperties properties) {
        return new Buckets(properties, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    RequestLimits requestLimits(LimitProperties properties, Buckets buckets, MeterRegistry meters) {
        return new RequestLimits(properties, buckets, meters);
    }

    @Bean
    FilterRegistrationBean<Turnstile> turnstile(
            LimitProperties properties,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new Turnstile(connections, properties.patience(), meters));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + Turnstile.BEFORE_THE_SESSION);
        return registration;
    }
}
