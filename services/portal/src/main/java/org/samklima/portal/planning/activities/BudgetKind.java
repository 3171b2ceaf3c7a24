package org.samklima.portal.planning.activities;

/** What money is for. Working time is money here, too: what it costs. */
public enum BudgetKind {
    INVESTMENT,
    OPERATION,
    WORKING_TIME
}
