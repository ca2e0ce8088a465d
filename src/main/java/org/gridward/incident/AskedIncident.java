package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** An incident, locked, with what an answer to its question needs; chosen is null until somebody said which grid is meant. */
record AskedIncident(
        UUID id,
        String number,
        State state,
        int tier,
        int version,
        String category,
        String channel,
        double lon,
        double lat,
        double accuracyMeters,
        String receiver,
        String locatedBy,
        String chosen,
        boolean asked,
        List<String> codes) {

    static AskedIncident of(ResultSet row, int n) throws SQLException {
        return new AskedIncident(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("tier"),
                row.getInt("version"),
                row.getString("category"),
                row.getString("channel"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("accuracy_m"),
                OpenIncident.receiver(row),
                row.getString("located_by"),
                row.getString("chosen"),
                row.getBoolean("asked"),
                List.of((String[]) row.getArray("codes").getArray()));
    }
}
