package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import org.gridward.grid.Match;

/**
 * What was decided at the door and stays with the incident: the grids with their editions, distances and runners-up, who
 * answers by which rule and why, when, and how long it took. Lead, rule and standing are null where nobody was asked.
 */
public record Decision(
        Instant decidedAt,
        Instant asOf,
        String locatedBy,
        Double accuracyMeters,
        List<Match> matches,
        Responder lead,
        List<Responder> helpers,
        RuleUsed rule,
        String standing,
        List<ReasonGiven> reasons,
        long microseconds) {}
