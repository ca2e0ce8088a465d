package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

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
        boolean controlled,
        List<String> gridCodes) {

    static Locked of(ResultSet row, int n) throws SQLException {
        return new Locked(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("tier"),
                row.getInt("version"),
                row.getString("category"),
                instant(row, "reported_at"),
                instant(row, "next_due"),
                row.getBoolean("controlled"),
                List.of((String[]) row.getArray("grid_codes").getArray()));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
