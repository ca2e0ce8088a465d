package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Instants;

/** What a change needs to know of an incident that it holds locked. */
record Locked(
        UUID id,
        String number,
        State state,
        int tier,
        int version,
        String category,
        Instant reportedAt,
        Instant nextDue,
        String gridCode,
        int reopenings,
        boolean controlled,
        boolean parked,
        boolean held,
        String revisitResult,
        List<String> gridCodes) {

    static Locked of(ResultSet row, int n) throws SQLException {
        return new Locked(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("tier"),
                row.getInt("version"),
                row.getString("category"),
                Instants.of(row, "reported_at"),
                Instants.of(row, "next_due"),
                row.getString("grid_code"),
                row.getInt("reopenings"),
                row.getBoolean("controlled"),
                row.getBoolean("parked"),
                row.getBoolean("held"),
                row.getString("revisit_result"),
                List.of((String[]) row.getArray("grid_codes").getArray()));
    }

    Lifecycle.Now now() {
        return new Lifecycle.Now(state, tier, controlled, parked, held, revisitResult);
    }
}
