package org.samklima.portal.home;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;

/** A bean by which a module says what changed; shown on each person's first page, below what is due. */
public interface RecentItems {

    /**
     * What this person did not do themselves and wants to know, in any order; asked with the tenant and the person bound, each
     * time somebody opens their first page: a query or two, however much there is.
     *
     * @param since the earliest moment that still counts as recent
     * @param atMost so many of the newest; more are not shown
     * @param language of the reader
     */
    List<RecentItem> since(Tenant tenant, Actor person, Instant since, int atMost, Locale language);
}
