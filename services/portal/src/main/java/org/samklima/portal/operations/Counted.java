package org.samklima.portal.operations;

import java.util.List;

/** Something whose number over all tenants the operator wants to know. A bean of the module that it belongs to. */
public interface Counted {

    /**
     * How many there are in the bound tenant, in a transaction under way. Cheap: it is asked in every tenant, every minute or so.
     *
     * @return also those of which there are none, always the same labels
     */
    List<Count> inTheTenant();

    /**
     * A number.
     *
     * @param name of the metric, without {@code samklima}: {@code reports}
     * @param label tells the numbers of one name apart; one of few
     */
    record Count(String name, String label, long number) {}
}
