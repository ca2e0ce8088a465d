package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.grid.Match;

/**
 * An open incident lies in other grids since an edition came into force or its reporter said which was meant, told inside
 * the transaction: {@code before} are codes it lay in, {@code after} the matches of every layer now. What was decided at the
 * door is kept; receiver is who took the report; because is ANSWER, EDITION or MOVE, reason what was said (may be null).
 */
public record IncidentReplaced(
        UUID id,
        String number,
        String category,
        int tier,
        List<String> before,
        List<Match> after,
        Placing placing,
        String receiver,
        Instant at,
        String because,
        String reason,
        String actor) {}
