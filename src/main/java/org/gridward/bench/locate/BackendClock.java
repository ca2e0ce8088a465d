package org.gridward.bench.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** CPU time, user and system, of the one process that serves a PostgreSQL connection. */
final class BackendClock {

    private final Path schedule;

    BackendClock(Connection connection) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        this.schedule = Path.of("/proc", String.valueOf(pid), "schedstat");
    }

    /** CPU seconds that a piece of work costs the backend, from the kernel's scheduler in nanoseconds. */
    Rounds.Timed cpu(Rounds.Work work) {
        return () -> {
            long start = nanos();
            work.run();
            return (nanos() - start) / 1e9;
        };
    }

    private long nanos() throws IOException {
        return Long.parseLong(Files.readString(schedule).split(" ")[0]);
    }
}
