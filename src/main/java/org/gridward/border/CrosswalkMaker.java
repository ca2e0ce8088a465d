package org.gridward.border;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.border.CrosswalkTable.Amounts;
import org.gridward.geometry.Crosswalk;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.LineCutter;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Tally;
import org.locationtech.jts.geom.Geometry;

/**
 * Sorts ground, streets, doors and cases by the grid that had them and the grid that has them. Ground by the faces of both
 * plans' borders together; streets by pieces cut at every border of both; points by their owners in each plan, exactly.
 */
final class CrosswalkMaker {

    private record Pair(String before, String after) {}

    private final Plan before;
    private final Plan after;
    private final Map<Pair, Amounts> amounts = new HashMap<>();
    private final Map<Pair, Geometry> shapes = new HashMap<>();
    private final Tally tallyBefore = new Tally();
    private final Tally tallyAfter = new Tally();

    /** @param apart whether no two grids of the old plan share ground, as the gate has made sure of in a PARTITION */
    CrosswalkMaker(Plan before, Plan after, boolean apart) {
        this.before = before;
        this.after = after;
        UnchangedGrids unchanged = apart ? UnchangedGrids.of(before, after) : UnchangedGrids.NONE;
        unchanged.squareMeters().forEach((code, area) -> add(new Pair(code, code), new Amounts(area, 0, 0, null, 0)));
        for (Crosswalk.Row row : Crosswalk.between(unchanged.others(before), unchanged.others(after))
                .rows()) {
            Pair pair = new Pair(row.oldCode(), row.newCode());
            shapes.put(pair, row.shape());
            add(pair, new Amounts(row.areaSquareMeters(), 0, 0, null, 0));
        }
    }

    void streets(List<Geometry> lines) {
        List<Geometry> borders = new ArrayList<>();
        before.grids().forEach(grid -> borders.add(grid.polygon()));
        after.grids().stream().map(GridShape::polygon).forEach(borders::add);
        LineCutter cutter = LineCutter.along(borders);
        lines.forEach(
                line -> cutter.cut(line, (lon, lat, meters) -> add(lon, lat, new Amounts(0, meters, 0, null, 0))));
    }

    void door(double lon, double lat, Integer households) {
        count(lon, lat);
        add(lon, lat, new Amounts(0, 0, 1, households == null ? null : households.longValue(), 0));
    }

    void incident(double lon, double lat) {
        count(lon, lat);
        add(lon, lat, new Amounts(0, 0, 0, null, 1));
    }

    private void count(double lon, double lat) {
        count(tallyBefore, before.code(lon, lat));
        count(tallyAfter, after.code(lon, lat));
    }

    private static void count(Tally tally, String code) {
        tally.add(code == null ? PointStanding.OUTSIDE : PointStanding.OWNED, code);
    }

    private void add(double lon, double lat, Amounts more) {
        Pair pair = new Pair(before.code(lon, lat), after.code(lon, lat));
        if (pair.before() != null || pair.after() != null) {
            add(pair, more);
        }
    }

    private void add(Pair pair, Amounts more) {
        amounts.merge(pair, more, Amounts::plus);
    }

    /** @param from edition of the old plan; {@code to} of the new one, empty for a draft; {@code until} the cases' last instant */
    CrosswalkTable table(String layer, String from, String to, Instant until) {
        List<CrosswalkTable.Row> rows = new ArrayList<>();
        amounts.forEach(
                (pair, sum) -> rows.add(new CrosswalkTable.Row(pair.before(), pair.after(), shapes.get(pair), sum)));
        return new CrosswalkTable(
                rows, tallyBefore.receipt(layer, from, until, null), tallyAfter.receipt(layer, to, until, null));
    }
}
