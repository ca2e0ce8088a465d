package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        long microseconds) {

    static Decision of(
            IncidentReported incident,
            String locatedBy,
            Double accuracyMeters,
            Optional<ResponseStarted> response,
            long microseconds) {
        return new Decision(
                incident.reportedAt(),
                incident.occurredAt(),
                locatedBy,
                accuracyMeters,
                incident.matches(),
                response.flatMap(ResponseStarted::lead).orElse(null),
                response.map(ResponseStarted::helpers).orElse(List.of()),
                response.map(ResponseStarted::rule).orElse(null),
                response.map(ResponseStarted::standing).orElse(null),
                response.map(ResponseStarted::reasons).orElse(List.of()),
                microseconds);
    }
}
