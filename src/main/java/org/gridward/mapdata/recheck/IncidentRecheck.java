package org.gridward.mapdata.recheck;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Recomputes the grids of incidents in the editions recorded with them, and in those that were in force when they were placed:
 * so a row that is missing is seen too. The shares of error discs are measured again as areas of polygons. Incidents that were
 * moved since lie elsewhere than where they were placed and are not looked at.
 */
@Component
class IncidentRecheck {

    private static final int MOST_NAMED = 20;

    /**
     * What was found.
     *
     * @param checked records looked at: one an incident, layer and edition
     * @param differing how many differ
     * @param differences the first of them in words
     */
    public record Found(long checked, long differing, List<String> differences) {}

    private final JdbcTemplate jdbc;
    private final GridMap grids;
    private final BorderOwners owners;

    IncidentRecheck(JdbcTemplate jdbc, GridMap grids, BorderOwners owners) {
        this.jdbc = jdbc;
        this.grids = grids;
        this.owners = owners;
    }

    Found run() {
        Map<String, LayerKind> kinds = grids.layers().stream().collect(Collectors.toMap(Layer::code, Layer::kind));
        List<String> differences = new ArrayList<>();
        long[] counts = new long[2];
        jdbc.query(Sql.of("mapdata/recheck_incidents"), (RowCallbackHandler) row -> {
            RecordedGrids record = record(row);
            LayerKind kind = kinds.get(record.layer());
            counts[0]++;
            record.fault(
                            kind,
                            (at, known) ->
                                    owners.of(record.layer(), record.edition(), record.lon(), record.lat(), at, known))
                    .ifPresent(fault -> {
                        counts[1]++;
                        if (differences.size() < MOST_NAMED) {
                            differences.add("incident " + record.number() + ", layer " + record.layer() + ", edition "
                                    + record.edition() + ": " + fault);
                        }
                    });
        });
        return new Found(counts[0], counts[1], differences);
    }

    private static RecordedGrids record(ResultSet row) throws SQLException {
        return new RecordedGrids(
                row.getString("number"),
                row.getString("layer"),
                row.getString("edition"),
                shares(row, "recorded", "shares"),
                placed(row),
                codes(row, "held"),
                shares(row, "disc_codes", "disc_shares"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("accuracy_m"),
                row.getBoolean("narrowed"),
                instant(row, "occurred_at"),
                instant(row, "known_at"),
                row.getBoolean("door"));
    }

    private static Map<String, Double> shares(ResultSet row, String codes, String shares) throws SQLException {
        Map<String, Double> found = new TreeMap<>();
        List<String> names = codes(row, codes);
        if (!names.isEmpty()) {
            Double[] values = (Double[]) row.getArray(shares).getArray();
            for (int i = 0; i < values.length; i++) {
                found.put(names.get(i), values[i]);
            }
        }
        return found;
    }

    private static List<Instant> placed(ResultSet row) throws SQLException {
        Array times = row.getArray("placed");
        List<Instant> found = new ArrayList<>();
        if (times != null) {
            for (Object time : (Object[]) times.getArray()) {
                found.add(((java.sql.Timestamp) time).toInstant());
            }
        }
        return found;
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        Array codes = row.getArray(column);
        return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
