package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.grid.Match;

/** An open incident lies in other grids since an edition was adopted, told inside the adopting transaction. */
public record IncidentReplaced(
        UUID id, String number, String category, int tier, List<Match> before, List<Match> after, Instant at) {}
