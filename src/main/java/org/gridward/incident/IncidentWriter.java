package org.gridward.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.gridward.geodesy.RawPosition;
import org.gridward.grid.Match;
import org.gridward.platform.RowStatement;
import org.gridward.platform.RowStatement.Rank;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes incidents: one statement for a report, one for a change, sent with the other writes of the transaction. */
@Component
class IncidentWriter {

    private static final RowStatement INCIDENT = RowStatement.of("incident/insert_incidents", Rank.FACT);
    private static final RowStatement GRID = RowStatement.of("incident/insert_incident_grids", Rank.DETAIL);
    private static final RowStatement TIMELINE = RowStatement.of("incident/insert_timeline", Rank.DETAIL);

    private final WriteBatch batch;
    private final JsonMapper json;
    private final HomeGrid homeGrid;

    IncidentWriter(WriteBatch batch, JsonMapper json, HomeGrid homeGrid) {
        this.batch = batch;
        this.json = json;
        this.homeGrid = homeGrid;
    }

    void insert(
            IncidentReceipt receipt,
            ReportIncident report,
            Spot spot,
            Optional<RawPosition> raw,
            String actor,
            String firstReceiver,
            Map<String, Object> answers,
            int categoryVersion) {
        IncidentReported incident = receipt.incident();
        List<Match> matches = incident.matches();
        batch.addRow(
                INCIDENT,
                incident.id(),
                incident.number(),
                receipt.state(),
                incident.tier(),
                incident.category(),
                receipt.colour(),
                incident.description(),
                incident.channel(),
                spot.lon(),
                spot.lat(),
                location(report.location(), raw, spot.found()),
                incident.occurredAt(),
                incident.reportedAt(),
                nextDue(receipt.deadlines()),
                homeGrid.of(receipt.decision().lead(), matches),
                report.reporter() == null ? null : report.reporter().name(),
                report.reporter() == null ? null : report.reporter().phone(),
                firstReceiver,
                json.writeValueAsString(receipt.decision()),
                receipt.trackingCode(),
                receipt.matterClass().name(),
                answers == null ? null : json.writeValueAsString(answers),
                categoryVersion,
                spot.segmentJson(),
                report.external() == null ? null : report.external().source(),
                report.external() == null ? null : report.external().number());
        for (Match match : matches) {
            batch.addRow(
                    GRID,
                    incident.id(),
                    match.layer(),
                    match.gridCode(),
                    match.edition(),
                    share(match),
                    incident.reportedAt());
        }
        note(incident.id(), incident.reportedAt(), "REPORT", State.REPORTED, actor, null, null);
        if (receipt.state() == State.DISPATCHED) {
            note(incident.id(), incident.reportedAt(), "DISPATCH", State.DISPATCHED, "rule", null, null);
        }
    }

    /** What the reporter sent; of coordinates also their datum, the conversion that was used, and the source; of
     * a named location what it was found to be. */
    private String location(Where sent, Optional<RawPosition> raw, Spot.Found found) {
        ObjectNode location = json.valueToTree(sent);
        raw.ifPresent(position -> location.put("datum", position.datum())
                .put("conversion", position.conversion())
                .put("source", position.source()));
        if (found != null) {
            location.set("found", json.<JsonNode>valueToTree(found));
        }
        return json.writeValueAsString(location);
    }

    /** One change of an incident's row with its entry in the timeline. */
    void change(
            UUID incident,
            State to,
            String action,
            Instant at,
            Instant nextDue,
            String actor,
            String note,
            Map<String, Object> detail,
            RowChange change) {
        batch.add(
                Sql.of("incident/change_incident"),
                incident,
                to.name(),
                action,
                at,
                nextDue,
                actor,
                note,
                detail.isEmpty() ? null : json.writeValueAsString(detail),
                json.writeValueAsString(change.columns()));
    }

    /** The answer that was given to one reporter, to all whose reports were merged into that incident. */
    void answerMerged(IncidentChanged answered) {
        batch.add(
                Sql.of("incident/answer_merged"),
                answered.id(),
                answered.at(),
                answered.actor(),
                answered.note(),
                json.writeValueAsString(answered.detail()));
    }

    /** One row of the timeline, nothing else. */
    void note(UUID incident, Instant at, String action, State state, String actor, String note, Object detail) {
        batch.addRow(
                TIMELINE,
                incident,
                at,
                action,
                state,
                actor,
                note,
                detail == null ? null : json.writeValueAsString(detail));
    }

    /** The rows of a new edition beside those of the one before in the same layer, which are marked as replaced. */
    void replace(UUID incident, String layer, List<Match> after, String home, State state, Instant at) {
        batch.add(
                Sql.of("incident/replace_grids"),
                incident,
                layer,
                at,
                texts(after, Match::gridCode),
                texts(after, Match::edition),
                shares(after),
                home,
                state.name());
    }

    /** The rows of those grids that an answer leaves; the others are marked as replaced. */
    void narrow(UUID incident, List<Match> after, String home, State state, Instant at) {
        batch.add(
                Sql.of("incident/narrow_grids"),
                incident,
                at,
                texts(after, Match::layer),
                texts(after, Match::gridCode),
                texts(after, Match::edition),
                shares(after),
                home,
                state.name());
    }

    /** The grids and the spot of an incident that was moved. */
    void move(UUID incident, List<Match> after, double lon, double lat, String home, Instant at) {
        batch.add(
                Sql.of("incident/move_incident"),
                incident,
                at,
                texts(after, Match::layer),
                texts(after, Match::gridCode),
                texts(after, Match::edition),
                shares(after),
                lon,
                lat,
                home);
    }

    /** One more decision beside that at the door. */
    void decide(UUID incident, Decision decision, String because, String actor, String chosen) {
        batch.add(
                Sql.of("incident/insert_later_decision"),
                incident,
                decision.decidedAt(),
                because,
                actor,
                chosen,
                json.writeValueAsString(decision));
    }

    static Instant nextDue(List<DeadlineSet> deadlines) {
        return deadlines.stream()
                .filter(deadline -> deadline.metAt() == null)
                .map(DeadlineSet::due)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String[] texts(List<Match> matches, Function<Match, String> field) {
        return matches.stream().map(field).toArray(String[]::new);
    }

    private static Double[] shares(List<Match> matches) {
        List<Double> shares = new ArrayList<>(matches.size());
        matches.forEach(match -> shares.add(share(match)));
        return shares.toArray(Double[]::new);
    }

    private static double share(Match match) {
        return Math.min(1.0, match.share());
    }
}
