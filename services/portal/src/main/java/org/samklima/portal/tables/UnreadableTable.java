package org.samklima.portal.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a table, and why. Nothing of it has been kept. */
public class UnreadableTable extends RuntimeException {

    private final transient TableFault fault;
    private final transient List<Object> arguments;

    public UnreadableTable(TableFault fault, Object... arguments) {
        this(null, fault, arguments);
    }

    UnreadableTable(@Nullable Throwable cause, TableFault fault, Object... arguments) {
        super(fault.code() + List.of(arguments), cause);
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    public TableFault fault() {
        return fault;
    }

    /** What the messages of {@link #fault()} are filled with; numbers and strings. */
    public List<Object> arguments() {
        return arguments;
    }
}
