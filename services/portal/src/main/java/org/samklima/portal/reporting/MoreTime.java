package org.samklima.portal.reporting;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A later deadline as those read it who got it: the content of {@value #KIND} on the members' shelf, with the extension's id
 * as subject. Addressed to the member alone where only one got it: why is between it and its network.
 *
 * @param round its id
 * @param everybody whether all members got it
 * @param deadline the new last day
 */
public record MoreTime(UUID round, boolean everybody, LocalDate deadline, String reason) {

    public static final String KIND = "round-extension";
}
