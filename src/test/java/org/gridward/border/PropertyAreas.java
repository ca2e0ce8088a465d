package org.gridward.border;

import java.util.ArrayList;
import java.util.List;
import org.gridward.TestTown;
import org.gridward.grid.NewGrid;

/** Property areas of the test town, with and without shared ground. */
final class PropertyAreas {

    private PropertyAreas() {}

    /** Areas round the square (1, 1) that share no ground. @param parent letters before each number; null: no parents */
    static List<NewGrid> ring(String parent) {
        return List.of(
                TestTown.grid("WY1", parent == null ? null : parent + "1", 0, 0, 1, 3),
                TestTown.grid("WY2", parent == null ? null : parent + "2", 1, 0, 3, 1),
                TestTown.grid("WY3", parent == null ? null : parent + "3", 2, 2, 2, 1),
                TestTown.grid("WY5", parent == null ? null : parent + "5", 2, 1, 2, 1));
    }

    /** Property areas round the square (1, 1); WY4 shares so many squares with WY2. */
    static List<NewGrid> sharing(int shared) {
        List<NewGrid> areas = new ArrayList<>(List.of(
                TestTown.grid("WY1", null, 0, 0, 1, 3),
                TestTown.grid("WY2", null, 1, 0, 3, 1),
                TestTown.grid("WY3", null, 1, 2, 3, 1),
                TestTown.grid("WY5", null, 2, 1, 2, 1)));
        if (shared == 1) {
            areas.add(TestTown.grid("WY4", null, 3, 0, 1, 1));
        } else if (shared == 2) {
            areas.add(TestTown.grid("WY4", null, 2, 0, 2, 1));
        } else {
            areas.add(TestTown.grid("WY4", null, 0, 3, 1, 1));
        }
        return areas;
    }
}
