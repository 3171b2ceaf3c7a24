package org.samklima.portal.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Something a person has to do in a tenant by a day.
 *
 * @param what to do, in the reader's language: "Climate report 2026"
 * @param askedBy who waits for it: a network's name
 * @param deadline the last day, which counts in full
 * @param zone where that day ends
 * @param path of the page where it is done, within the tenant, starting with a slash
 */
public record DueItem(String what, String askedBy, LocalDate deadline, ZoneId zone, String path) {

    public boolean isLate(Instant now) {
        return now.atZone(zone).toLocalDate().isAfter(deadline);
    }
}
