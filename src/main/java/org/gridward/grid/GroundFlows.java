package org.gridward.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.geometry.Crosswalk;
import org.gridward.geometry.GridShape;
import org.gridward.grid.LineageStep.Flow;

/** How much ground went from which grid to which. */
final class GroundFlows {

    private GroundFlows() {}

    /** Every old grid against every new one that shares ground with it, and what no grid had before or has now. */
    static List<Flow> between(List<GridShape> before, List<GridShape> after) {
        List<Crosswalk.Row> rows = Crosswalk.between(before, after).rows();
        Map<String, Double> old = new HashMap<>();
        Map<String, Double> young = new HashMap<>();
        for (Crosswalk.Row row : rows) {
            old.merge(String.valueOf(row.oldCode()), row.areaSquareMeters(), Double::sum);
            young.merge(String.valueOf(row.newCode()), row.areaSquareMeters(), Double::sum);
        }
        return rows.stream().map(row -> flow(row, old, young)).toList();
    }

    private static Flow flow(Crosswalk.Row row, Map<String, Double> old, Map<String, Double> young) {
        double area = row.areaSquareMeters();
        double ofOld = row.oldCode() == null ? 0 : area / old.get(row.oldCode());
        double ofYoung = row.newCode() == null ? 0 : area / young.get(row.newCode());
        return new Flow(row.oldCode(), row.newCode(), area, ofOld, ofYoung);
    }
}
