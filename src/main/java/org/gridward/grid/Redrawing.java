package org.gridward.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.geometry.GridShape;

/**
 * How a drawing differs from an edition that is known to be sound: the grids drawn anew, those that only have another
 * parent, the codes that are no more. What is drawn in the very same way keeps the shape that is held already.
 */
record Redrawing(
        LayerMap before, List<NewGrid> redrawn, List<NewGrid> moved, Set<String> unchanged, Set<String> removed) {

    /** Where more than this part of a layer is drawn anew, all of it is built anew. */
    private static final double MOST_IN_PART = 0.1;

    static Redrawing of(LayerMap before, List<NewGrid> grids) {
        List<NewGrid> redrawn = new ArrayList<>();
        List<NewGrid> moved = new ArrayList<>();
        Set<String> unchanged = new HashSet<>();
        Set<String> removed = new HashSet<>(before.codes());
        for (NewGrid grid : grids) {
            removed.remove(grid.code());
            if (!LayerMap.sameShape(before.shape(grid.code()), grid.shape())) {
                redrawn.add(grid);
                continue;
            }
            unchanged.add(grid.code());
            Optional<String> parent = before.find(grid.code()).map(GridInfo::parentCode);
            if (!parent.equals(grid.parentCode())) {
                moved.add(grid);
            }
        }
        return new Redrawing(before, redrawn, moved, unchanged, removed);
    }

    /** Whether so little changed that the rest is better kept than made anew. */
    boolean isSmall() {
        return redrawn.size() + removed.size() <= MOST_IN_PART * before.codes().size();
    }

    List<GridShape> redrawnShapes() {
        return redrawn.stream()
                .map(grid -> new GridShape(grid.code(), grid.shape()))
                .toList();
    }
}
