package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;

/**
 * What was decided and stays with the incident: the grids with their editions, distances and runners-up, who answers by which
 * row of the rule table and why, the named face, how sure it was and what was asked, when, and how long it took. Lead, rule,
 * standing, owner (of the place it was reported at), face, doubt and question are null where there was none.
 */
public record Decision(
        Instant decidedAt,
        Instant asOf,
        String locatedBy,
        Double accuracyMeters,
        String owner,
        List<Match> matches,
        Responder lead,
        List<Responder> helpers,
        List<Responder> informed,
        RuleUsed rule,
        String standing,
        FaceNamed face,
        DoubtWeighed doubt,
        QuestionAsked question,
        List<ReasonGiven> reasons,
        long microseconds) {

    static Decision of(
            IncidentReported incident, String locatedBy, Optional<ResponseStarted> response, long microseconds) {
        return of(
                incident.reportedAt(),
                incident.occurredAt(),
                locatedBy,
                incident.placing(),
                incident.matches(),
                response,
                microseconds);
    }

    static Decision of(
            Instant decidedAt,
            Instant asOf,
            String locatedBy,
            Placing placing,
            List<Match> matches,
            Optional<ResponseStarted> response,
            long microseconds) {
        return new Decision(
                decidedAt,
                asOf,
                locatedBy,
                placing.accuracyMeters() == 0 ? null : placing.accuracyMeters(),
                placing.owner(),
                matches,
                response.flatMap(ResponseStarted::lead).orElse(null),
                response.map(ResponseStarted::helpers).orElse(List.of()),
                response.map(ResponseStarted::informed).orElse(List.of()),
                response.map(ResponseStarted::rule).orElse(null),
                response.map(ResponseStarted::standing).orElse(null),
                response.flatMap(ResponseStarted::face).orElse(null),
                response.flatMap(ResponseStarted::doubt).orElse(null),
                response.flatMap(ResponseStarted::question).orElse(null),
                response.map(ResponseStarted::reasons).orElse(List.of()),
                microseconds);
    }
}
