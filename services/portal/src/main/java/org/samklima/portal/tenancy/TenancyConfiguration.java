package org.samklima.portal.tenancy;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the tenant into every path, every transaction and every controller, in one place. */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration implements WebMvcConfigurer {

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagers, DataSource dataSource) {
        return new TenantTransactionManager(entityManagers, dataSource);
    }

    /** Spring Session's own transactions, which belong to a person and not to a tenant. */
    @Bean
    TransactionOperations springSessionTransactionOperations(DataSource dataSource) {
        var own = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    private final RefusedAccess refused;

    TenancyConfiguration(RefusedAccess refused) {
        this.refused = refused;
    }

    @Bean
    TenantFilter tenantFilter(Tenants tenants, Admission admission) {
        return new TenantFilter(tenants, admission, refused);
    }

    /** The filter has its place inside Spring Security's chain, and only there. */
    @Bean
    FilterRegistrationBean<TenantFilter> tenantFilterNotTwice(TenantFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(TenantPath.PAGES, HandlerTypePredicate.forAnnotation(TenantController.class));
        paths.addPathPrefix(TenantPath.API, HandlerTypePredicate.forAnnotation(TenantApi.class));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new AllowedInterceptor(refused));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new BoundArguments());
    }
}
