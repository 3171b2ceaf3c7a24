package org.samklima.portal.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
