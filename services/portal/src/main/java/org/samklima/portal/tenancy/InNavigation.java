package org.samklima.portal.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a page of a {@link TenantController} into the main navigation of the tenants and people it is meant for. Stands on
 * the GET handler of a path without variables; who sees the link follows from the page's {@link Allowed}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InNavigation {

    /** Key of the link's text, as {@code network.navigation.members}. */
    String value();

    /**
     * Its place, ascending: below 100 the year's work (reports, rounds, editions; then the plan: goals 60, activities 62,
     * communication 64), then what it rests on (members 110, indicators 120, networks 140, forms 230), from 900 on the
     * tenant's own household (people 910, audit trail 920).
     */
    int order();

    /** Kinds of tenant that have the page. */
    TenantKind[] kinds() default {TenantKind.MUNICIPALITY, TenantKind.REGION, TenantKind.ASSOCIATION};
}
