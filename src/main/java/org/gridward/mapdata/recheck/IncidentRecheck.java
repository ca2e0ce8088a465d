package org.gridward.mapdata.recheck;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Recomputes the grids of incidents in the editions recorded with them. A spot on a border of a partition may belong to any
 * of its holders, as a border decision may name it; reports with an accuracy, which share a disc, are not looked at.
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

    IncidentRecheck(JdbcTemplate jdbc, GridMap grids) {
        this.jdbc = jdbc;
        this.grids = grids;
    }

    Found run() {
        Map<String, LayerKind> kinds = grids.layers().stream().collect(Collectors.toMap(Layer::code, Layer::kind));
        List<String> differences = new ArrayList<>();
        long[] counts = new long[2];
        jdbc.query(Sql.of("mapdata/recheck_incidents"), (RowCallbackHandler) row -> {
            List<String> recorded = codes(row, "recorded");
            List<String> held = codes(row, "codes");
            boolean same = kinds.get(row.getString("layer")) == LayerKind.FREE
                    ? recorded.equals(held)
                    : recorded.size() == 1 && held.contains(recorded.get(0));
            counts[0]++;
            if (!same) {
                counts[1]++;
                if (differences.size() < MOST_NAMED) {
                    differences.add("incident " + row.getString("number") + ", layer " + row.getString("layer")
                            + ", edition " + row.getString("edition") + ": recorded " + recorded + ", PostGIS says "
                            + held);
                }
            }
        });
        return new Found(counts[0], counts[1], differences);
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        Array codes = row.getArray(column);
        return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }
}
