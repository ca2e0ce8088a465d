package org.gridward.mapdata;

import java.util.Map;
import java.util.Optional;
import org.gridward.geometry.FaultKind;
import org.gridward.grid.Edition;

/**
 * What became of an import of grids.
 *
 * @param read records in the file
 * @param grids grids made of them; fewer where several records are parts of one grid
 * @param badRows records that cannot be taken
 * @param faults what the topology gate found, counted by kind
 * @param edition adopted; empty when there were faults, or on a dry run
 */
public record GridsImported(
        int read, int grids, int badRows, Map<FaultKind, Integer> faults, Optional<Edition> edition) {

    /** True when nothing is wrong with the file. */
    public boolean sound() {
        return badRows == 0 && faults.isEmpty();
    }
}
