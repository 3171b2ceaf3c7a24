package org.samklima.portal.tables;

import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;

/** A file that cannot be read as a table: why, and what to do about it. Nothing of it has been kept. */
public class UnreadableTable extends Problem {

    private final transient TableFault fault;

    public UnreadableTable(TableFault fault, Object... arguments) {
        super(kind(fault), fault.messageKey(), arguments);
        this.fault = fault;
    }

    UnreadableTable(@Nullable Throwable cause, TableFault fault, Object... arguments) {
        this(fault, arguments);
        initCause(cause);
    }

    public TableFault fault() {
        return fault;
    }

    private static Kind kind(TableFault fault) {
        return fault == TableFault.TOO_LARGE ? Kind.TOO_LARGE : Kind.INVALID;
    }
}
