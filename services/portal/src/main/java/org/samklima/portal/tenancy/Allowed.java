package org.samklima.portal.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may use a tenant's route; on the method, or on its class for all its methods. None named: everyone who
 * works in the tenant. A route that says nothing is refused to all: the opt-out has to be visible.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    Role[] value() default {};
}
