package org.gridward.border;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.Face;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The grids of two plans that have the same shape in both and lie, by their boxes, away from every grid that has not: they
 * keep their ground whole, so only the others need to be compared face by face.
 *
 * @param squareMeters ground by code
 */
record UnchangedGrids(Map<String, Double> squareMeters) {

    static final UnchangedGrids NONE = new UnchangedGrids(Map.of());

    /** Expects that no two grids of the old plan share ground. */
    static UnchangedGrids of(Plan before, Plan after) {
        Map<String, GridShape> same = new HashMap<>();
        before.grids().forEach(grid -> same.put(grid.code(), grid));
        STRtree changed = new STRtree();
        for (GridShape grid : after.grids()) {
            GridShape old = same.get(grid.code());
            if (old == null || !old.polygon().equalsExact(grid.polygon())) {
                same.remove(grid.code());
                changed.insert(grid.polygon().getEnvelopeInternal(), grid);
            }
        }
        Map<String, GridShape> kept = new HashMap<>();
        after.grids().forEach(grid -> kept.put(grid.code(), same.get(grid.code())));
        for (GridShape grid : before.grids()) {
            if (kept.get(grid.code()) == null) {
                changed.insert(grid.polygon().getEnvelopeInternal(), grid);
            }
        }
        Map<String, Double> areas = new TreeMap<>();
        kept.forEach((code, grid) -> {
            if (grid != null
                    && changed.query(grid.polygon().getEnvelopeInternal()).isEmpty()) {
                areas.put(code, area(grid));
            }
        });
        return new UnchangedGrids(areas);
    }

    private static double area(GridShape grid) {
        return Arrangement.of(List.of(grid)).faces().stream()
                .filter(face -> !face.owners().isEmpty())
                .mapToDouble(Face::areaSquareMeters)
                .sum();
    }

    List<GridShape> others(Plan plan) {
        return plan.grids().stream()
                .filter(grid -> !squareMeters.containsKey(grid.code()))
                .toList();
    }
}
