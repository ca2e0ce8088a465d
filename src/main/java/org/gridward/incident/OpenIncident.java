package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** An open incident, locked, with the codes of the grids of one layer that hold it, and the grid
 * that its reporter named, if any. */
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
        String chosen,
        String receiver,
        String owner,
        Set<String> codes) {

    /** Who took the report; null for one that no person took. */
    static String receiver(ResultSet row) throws SQLException {
        String receiver = row.getString("first_receiver");
        return receiver.equals("dispatch desk") || receiver.equals("import") ? null : receiver;
    }

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
                row.getString("chosen"),
                receiver(row),
                row.getString("owner"),
                Set.of((String[]) row.getArray("codes").getArray()));
    }
}
