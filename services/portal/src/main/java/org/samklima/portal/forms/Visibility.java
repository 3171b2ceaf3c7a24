package org.samklima.portal.forms;

/** Who may ever see the answers to a question. */
public enum Visibility {
    /** The network's secretariat and board, who receive the report; what a question has unless its author says more. */
    NETWORK,
    /** Everybody, once an edition is published. */
    PUBLIC
}
