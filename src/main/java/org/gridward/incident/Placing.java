package org.gridward.incident;

import java.util.List;
import org.gridward.grid.Match;

/**
 * Where an incident lies and how its grids were found: WGS 84 degrees, metres of accuracy (0: not said), the grid that the
 * reporter named (null: none), and every grid that was considered, with its share, before that choice; and the
 * code of the body that owns the place it was reported at (null: not known).
 */
public record Placing(
        double lon, double lat, double accuracyMeters, String chosen, List<Match> considered, String owner) {}
