package org.samklima.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, full or busy, which passes, from a mistake of ours, which does not. */
public final class DatabaseAway {

    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Waited too long for a lock; sat too long in a transaction; only reading, as a replica that is not promoted yet. */
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25006");

    /** What the pool says of a connection that broke before, without a state. */
    private static final String LOST = "Connection is closed";

    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** Whether the failure, or one that it comes from, says so. Nothing can be known then about what was just being saved. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refused && isAway(refused)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whether this is the error page of a request that failed over it. */
    static boolean isCauseOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && isCauseOf(failure);
    }

    /**
     * Whether the database cannot be asked who reads this error page, because it is away or has too much to do. Then nobody is told
     * that they are not signed in either.
     */
    public static boolean isReaderUnknown(HttpServletRequest request) {
        return isCauseOf(request) || TooManyRequests.isBusy(request);
    }

    private static boolean isAway(SQLException refused) {
        var state = refused.getSQLState();
        return refused instanceof SQLTransientConnectionException
                || state == null && LOST.equals(refused.getMessage())
                || state != null
                        && state.length() == 5
                        && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
