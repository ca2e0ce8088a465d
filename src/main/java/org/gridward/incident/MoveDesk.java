package org.gridward.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places an incident anew where somebody moved it, with a reason. Inside the same grids it is a plain correction; across a
 * border it is a hand-over: others may answer there, and a further decision says so. What was reported stays as it was sent.
 */
@Component
class MoveDesk {

    private final JdbcClient jdbc;
    private final GridMap gridMap;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final IncidentWriter writer;
    private final HomeGrid homeGrid;
    private final Jurisdiction jurisdiction;

    MoveDesk(
            JdbcClient jdbc,
            GridMap gridMap,
            InFlight inFlight,
            ApplicationEventPublisher events,
            IncidentWriter writer,
            HomeGrid homeGrid,
            Jurisdiction jurisdiction) {
        this.jdbc = jdbc;
        this.gridMap = gridMap;
        this.inFlight = inFlight;
        this.events = events;
        this.writer = writer;
        this.homeGrid = homeGrid;
        this.jurisdiction = jurisdiction;
    }

    @EventListener
    void on(IncidentChanged change) {
        if (change.action() == Action.MOVE) {
            move(change);
        } else if (change.action() == Action.TRANSFER || change.action() == Action.RETURN) {
            inFlight.afterwards(() -> inFlight.startedNow()
                    .filter(ResponseStarted::handedOver)
                    .ifPresent(started -> decide(change, started)));
        }
    }

    private void move(IncidentChanged change) {
        double lon = (Double) change.detail().get("lon");
        double lat = (Double) change.detail().get("lat");
        LonLatCheck.requireInside(lon, lat, jurisdiction.box(), "/lon");
        AskedIncident incident = find(change);
        List<Match> after = matches(lon, lat, change);
        List<String> codes = after.stream().map(Match::gridCode).toList();
        boolean correction = new TreeSet<>(codes).equals(new TreeSet<>(incident.codes()));
        Placing placing = new Placing(lon, lat, 0, null, after, null);
        if (!correction) {
            events.publishEvent(new IncidentReplaced(
                    incident.id(),
                    incident.number(),
                    incident.category(),
                    incident.tier(),
                    incident.codes(),
                    after,
                    placing,
                    incident.receiver(),
                    change.at(),
                    "MOVE",
                    change.text("reason"),
                    change.actor()));
        }
        Optional<ResponseStarted> started = inFlight.startedNow();
        writer.move(
                incident.id(),
                after,
                lon,
                lat,
                homeGrid.of(started.flatMap(ResponseStarted::lead).orElse(null), after),
                change.at());
        if (!correction) {
            writer.decide(
                    incident.id(),
                    Decision.of(change.at(), change.at(), "MOVE", placing, after, started, 0),
                    "MOVE",
                    change.actor(),
                    null);
        }
        writer.note(
                incident.id(),
                change.at(),
                correction ? "SPOT_CORRECTED" : "MOVED",
                change.to(),
                change.actor(),
                change.text("reason"),
                detail(incident, lon, lat, codes, started));
    }

    private static Map<String, Object> detail(
            AskedIncident incident, double lon, double lat, List<String> codes, Optional<ResponseStarted> started) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("from", List.of(incident.lon(), incident.lat()));
        detail.put("to", List.of(lon, lat));
        detail.put("before", incident.codes());
        detail.put("after", codes);
        started.filter(ResponseStarted::handedOver)
                .flatMap(ResponseStarted::lead)
                .ifPresent(lead -> detail.put("lead", lead));
        return detail;
    }

    /** The decision by which others have the incident now, beside that at the door. */
    private void decide(IncidentChanged change, ResponseStarted started) {
        AskedIncident incident = find(change);
        List<Match> matches = matches(incident.lon(), incident.lat(), change);
        Placing placing = new Placing(incident.lon(), incident.lat(), incident.accuracyMeters(), null, matches, null);
        writer.decide(
                change.id(),
                Decision.of(
                        change.at(), change.at(), change.action().name(), placing, matches, Optional.of(started), 0),
                change.action().name(),
                change.actor(),
                null);
    }

    private AskedIncident find(IncidentChanged change) {
        return jdbc.sql(Sql.of("incident/lock_asked"))
                .param("id", change.id())
                .query(AskedIncident::of)
                .single();
    }

    private List<Match> matches(double lon, double lat, IncidentChanged change) {
        List<Match> matches = new ArrayList<>();
        for (LayerMap map : gridMap.maps(change.at(), null)) {
            matches.addAll(map.matches(lon, lat, 0));
        }
        return matches;
    }
}
