package org.samklima.portal.home;

import java.util.List;
import java.util.Locale;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;

/** A bean by which a module says what is due; shown on each person's first page. */
public interface DueItems {

    /**
     * What this person can do something about in this tenant. Asked with the tenant and the person bound.
     *
     * @param language of the reader
     */
    List<DueItem> due(Tenant tenant, Actor person, Locale language);
}
