package org.gridward.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/** Tells a lost database (connection class 08, shutdown 57P0x, too many connections) from any other failure. */
final class DatabaseAway {

    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof TransactionSystemException rollback && isOfLostConnection(rollback)) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("08") || STATES.contains(sql.getSQLState());
            }
        }
        return false;
    }

    /** The rollback on a lost connection fails too, without an SQL state; what failed before it may be kept beside. */
    private static boolean isOfLostConnection(TransactionSystemException rollback) {
        Throwable before = rollback.getApplicationException();
        return before != null && isCauseOf(before)
                || rollback.getCause() instanceof SQLException closed && closed.getSQLState() == null;
    }
}
