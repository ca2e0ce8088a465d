package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.grid.Choice;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the answer to the one question of a doubt: the incident, that was sent to the likeliest grid meanwhile, is placed in
 * the grid that was named, handed over where others answer there, and a further decision is written beside that at the door.
 */
@Component
class QuestionDesk {

    private final JdbcClient jdbc;
    private final GridMap gridMap;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final IncidentWriter writer;
    private final IncidentNews news;
    private final HomeGrid homeGrid;
    private final Clock clock;

    QuestionDesk(
            JdbcClient jdbc,
            GridMap gridMap,
            InFlight inFlight,
            ApplicationEventPublisher events,
            IncidentWriter writer,
            IncidentNews news,
            HomeGrid homeGrid,
            Clock clock) {
        this.jdbc = jdbc;
        this.gridMap = gridMap;
        this.inFlight = inFlight;
        this.events = events;
        this.writer = writer;
        this.news = news;
        this.homeGrid = homeGrid;
        this.clock = clock;
    }

    void answer(UUID id, String gridCode, int version, Actor actor) {
        AskedIncident incident = lock(id);
        if (!incident.codes().isEmpty() && !actor.mayActInAny(incident.codes())) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "Incident " + incident.number() + " lies outside the jurisdiction " + actor.jurisdiction() + " of '"
                            + actor.name() + "'.");
        }
        if (!VersionTag.matches(version, incident.version())) {
            throw Problem.stale(
                    "stale-incident",
                    "Incident " + incident.number() + " is at version " + incident.version() + ", not " + version
                            + "; read it again and decide anew.");
        }
        place(incident, gridCode, actor.name());
    }

    void answerOfReporter(UUID id, String gridCode) {
        AskedIncident incident = lock(id);
        if (!incident.asked()
                || incident.chosen() != null
                || !incident.channel().equals("QR")) {
            throw Problem.conflict(
                    "nothing-to-answer",
                    "There is no open question about report " + incident.number() + "; call the number on the board.");
        }
        place(incident, gridCode, "resident");
    }

    private AskedIncident lock(UUID id) {
        return jdbc.sql(Sql.of("incident/lock_asked"))
                .param("id", id)
                .query(AskedIncident::of)
                .optional()
                .orElseThrow(() -> Incidents.unknown(id));
    }

    private void place(AskedIncident incident, String gridCode, String actor) {
        long began = System.nanoTime();
        if (gridCode == null || gridCode.isBlank()) {
            throw Problem.unprocessable(
                            "grid-missing", "The answer names no grid; send gridCode, or " + Choice.NONE + ".")
                    .with("/gridCode", Fault.MISSING, "missing");
        }
        if (incident.state().isOver() || incident.accuracyMeters() <= 0) {
            throw Problem.conflict(
                    "nothing-to-answer",
                    incident.state().isOver()
                            ? "Incident " + incident.number() + " is closed; report it anew if it goes on."
                            : "Incident " + incident.number()
                                    + " was reported without an accuracy; its grid is certain.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<LayerMap> maps = gridMap.maps(now, null);
        List<Match> considered = new ArrayList<>();
        maps.forEach(map -> considered.addAll(map.matches(incident.lon(), incident.lat(), incident.accuracyMeters())));
        String chosen = gridCode.strip();
        List<Match> after = Choice.narrow(considered, maps, chosen);
        Placing placing =
                new Placing(incident.lon(), incident.lat(), incident.accuracyMeters(), chosen, considered, null);
        IncidentReplaced replaced = new IncidentReplaced(
                incident.id(),
                incident.number(),
                incident.category(),
                incident.tier(),
                incident.codes(),
                after,
                placing,
                incident.receiver(),
                now,
                "ANSWER",
                chosen,
                actor);
        InFlight.Heard heard = inFlight.during(() -> events.publishEvent(replaced));
        Optional<ResponseStarted> anew = heard.started().filter(ResponseStarted::handedOver);
        State state = EditionFollower.stateAfter(incident.state(), anew.isPresent());
        String home = homeGrid.of(heard.started().flatMap(ResponseStarted::lead).orElse(null), after);
        writer.narrow(incident.id(), after, home, state, now);
        Decision decision = Decision.of(
                now, now, incident.locatedBy(), placing, after, heard.started(), (System.nanoTime() - began) / 1_000);
        writer.decide(incident.id(), decision, "ANSWER", actor, chosen);
        writer.note(incident.id(), now, "ANSWER", state, actor, null, detail(replaced, decision, anew));
        news.replaced(replaced, state, incident.version() + 1, home, actor);
    }

    private static Map<String, Object> detail(
            IncidentReplaced replaced, Decision decision, Optional<ResponseStarted> anew) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("chosen", replaced.placing().chosen());
        if (decision.doubt() != null) {
            detail.put("share", decision.doubt().chosenShare());
        }
        detail.put("before", replaced.before());
        detail.put("after", replaced.after().stream().map(Match::gridCode).toList());
        anew.flatMap(ResponseStarted::lead).ifPresent(lead -> detail.put("lead", lead));
        return detail;
    }
}
