package org.gridward.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Rows of the store as what they say. */
final class Rows {

    private Rows() {}

    static PastCase pastCase(ResultSet row, List<PastCase.Clock> clocks, List<PastCase.Task> tasks)
            throws SQLException {
        return new PastCase(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("state"),
                row.getInt("tier"),
                row.getString("colour"),
                row.getInt("version"),
                row.getString("category"),
                row.getString("description"),
                row.getString("channel"),
                new PastCase.Spot(row.getDouble("lon"), row.getDouble("lat")),
                row.getString("grid_code"),
                row.getString("matter_class"),
                instant(row, "parked_until"),
                row.getBoolean("supervised"),
                row.getBoolean("held"),
                instant(row, "occurred_at"),
                instant(row, "reported_at"),
                instant(row, "next_due"),
                row.getBoolean("overdue"),
                row.getString("matches"),
                row.getString("lead"),
                clocks,
                tasks);
    }

    static PastCase.Clock clock(ResultSet row) throws SQLException {
        return new PastCase.Clock(
                row.getString("kind"),
                instant(row, "due"),
                row.getInt("profile_version"),
                row.getBoolean("provisional"),
                instant(row, "met_at"),
                row.getString("unit"),
                instant(row, "started_at"),
                instant(row, "warn_at"),
                row.getString("light"),
                row.getBoolean("standing"));
    }

    static PastCase.Task task(ResultSet row) throws SQLException {
        return new PastCase.Task(
                row.getObject("id", UUID.class),
                row.getString("grid_code"),
                row.getString("team"),
                row.getString("part"),
                row.getString("role"),
                row.getString("person"),
                row.getString("person_en"),
                row.getString("unit"),
                row.getString("state"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "accepted_at"),
                instant(row, "arrived_at"),
                row.getString("reason"),
                row.getInt("version"));
    }

    static PastUnit unit(ResultSet row) throws SQLException {
        Instant t = instant(row, "t");
        return new PastUnit(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("kind"),
                row.getString("grid_code"),
                t == null
                        ? null
                        : new PastUnit.Position(
                                t,
                                row.getDouble("lon"),
                                row.getDouble("lat"),
                                number(row, "accuracy_m"),
                                number(row, "speed_mps"),
                                row.getString("position_grid_code")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null || time.equals(OffsetDateTime.MIN) ? null : time.toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
