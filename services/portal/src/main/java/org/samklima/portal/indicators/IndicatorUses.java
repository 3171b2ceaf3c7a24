package org.samklima.portal.indicators;

/** A bean by which another module says that something of its own is measured by an indicator, which then cannot be removed. */
public interface IndicatorUses {

    /** Whether anything in the bound tenant refers to the indicator of this code. */
    boolean isUsed(String indicator);
}
