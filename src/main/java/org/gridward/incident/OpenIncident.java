package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** An open incident, locked, with the codes of the grids of one layer that hold it. */
record OpenIncident(
        UUID id,
        String number,
        State state,
        int tier,
        int version,
        String category,
        double lon,
        double lat,
        double accuracyMeters,
        Set<String> codes) {

    static OpenIncident of(ResultSet row, int n) throws SQLException {
        return new OpenIncident(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("tier"),
                row.getInt("version"),
                row.getString("category"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("accuracy_m"),
                Set.of((String[]) row.getArray("codes").getArray()));
    }
}
