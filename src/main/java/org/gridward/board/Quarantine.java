package org.gridward.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.evidence.Photos;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Reporter;
import org.gridward.incident.Where;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The reports that were held back: a dispatcher reads them and makes a case of each, or dismisses it with a reason. */
@Component
public class Quarantine {

    private static final String COUNT = "SELECT count(*) FROM board.held_reports WHERE state = 'HELD'";
    private static final String GET = """
            SELECT *, location::text AS location FROM board.held_reports WHERE id = :id""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final IncidentDesk desk;
    private final Photos photos;
    private final Places places;
    private final AuditTrail audit;

    Quarantine(
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction,
            IncidentDesk desk,
            Photos photos,
            Places places,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.desk = desk;
        this.photos = photos;
        this.places = places;
        this.audit = audit;
    }

    /** Whether the board of a report hangs where the actor may act. */
    public boolean isInside(HeldReport held, Actor actor) {
        return actor.jurisdiction().equals(Actor.WHOLE_CITY)
                || places.find(held.placeCode()).stream()
                        .flatMap(board -> places.heldBy(List.of(board)).get(0).stream())
                        .anyMatch(grid -> actor.mayActIn(grid.gridCode()));
    }

    /** Reports in a state, in the order they came; {@code after} is the id of the last one before the page, or null. */
    public List<HeldReport> list(HeldReport.State state, UUID after, int limit) {
        return jdbc.sql(Sql.of("board/list_held"))
                .param("state", state.name())
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query(this::held)
                .list();
    }

    /** How many wait. */
    public long waiting() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    /**
     * Makes a case of a held report, as if it had come through at once; it keeps the time at which it came.
     *
     * @return the incident's id
     * @throws Problem 404 no such report, 403 its board hangs elsewhere, 409 somebody decided before, 422 what a report's place or text cannot be
     */
    public UUID release(UUID id, Actor actor) {
        return transaction.execute(status -> {
            HeldReport held = get(id, actor);
            Reporter reporter = held.reporterName() == null && held.reporterPhone() == null
                    ? null
                    : new Reporter(held.reporterName(), held.reporterPhone());
            UUID incident = desk.report(
                            new ReportIncident(
                                    held.category(),
                                    held.description(),
                                    where(held),
                                    "QR",
                                    held.receivedAt(),
                                    reporter),
                            Actor.RESIDENT)
                    .incident()
                    .id();
            decide(held, HeldReport.State.RELEASED, actor, null, incident);
            photos.move(id, incident);
            return incident;
        });
    }

    /**
     * Dismisses a held report; it stays on record with the reason.
     *
     * @throws Problem 404, 403, 409 as {@link #release}; 422 no reason
     */
    public void dismiss(UUID id, String reason, Actor actor) {
        if (reason == null || reason.isBlank() || reason.length() > 400 || reason.indexOf('\0') >= 0) {
            throw Problem.unprocessable("reason", "To dismiss a report takes a reason of 1 to 400 characters.")
                    .with("/reason", Fault.length(1, 400), "1 to 400 characters");
        }
        transaction.executeWithoutResult(
                status -> decide(get(id, actor), HeldReport.State.DISMISSED, actor, reason.strip(), null));
    }

    private void decide(HeldReport held, HeldReport.State state, Actor actor, String reason, UUID incident) {
        int decided = jdbc.sql(Sql.of("board/decide_held"))
                .param("id", held.id())
                .param("state", state.name())
                .param("actor", actor.name())
                .param("reason", reason)
                .param("incident", incident == null ? null : incident.toString())
                .update();
        if (decided == 0) {
            HeldReport now = get(held.id());
            throw Problem.conflict(
                    "already-decided",
                    "The report " + held.id() + " was " + now.state() + " by '" + now.decidedBy() + "' at "
                            + now.decidedAt() + "; read the list again.");
        }
        audit.append(
                actor,
                "HELD_REPORT_" + state,
                held.id().toString(),
                Map.of("place", held.placeCode(), "why", held.why(), "incident", String.valueOf(incident)));
    }

    private HeldReport get(UUID id, Actor actor) {
        HeldReport held = get(id);
        if (!isInside(held, actor)) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The board '" + held.placeCode() + "' hangs outside the jurisdiction " + actor.jurisdiction()
                            + " of '" + actor.name() + "'.");
        }
        return held;
    }

    private HeldReport get(UUID id) {
        return jdbc.sql(GET)
                .param("id", id)
                .query(this::held)
                .optional()
                .orElseThrow(
                        () -> Problem.notFound("unknown-held-report", "No report '" + id + "' was ever held back."));
    }

    private static Where where(HeldReport held) {
        if (held.location() == null) {
            return Where.place(held.placeCode());
        }
        Map<String, Object> at = held.location();
        return Where.near(
                number(at.get("lon")),
                number(at.get("lat")),
                (String) at.get("datum"),
                number(at.get("accuracyMeters")),
                (String) at.get("gridCode"));
    }

    private static Double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : null;
    }

    @SuppressWarnings("unchecked")
    private HeldReport held(ResultSet row, int number) throws SQLException {
        String location = row.getString("location");
        return new HeldReport(
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                row.getString("category"),
                row.getString("description"),
                location == null ? null : json.readValue(location, Map.class),
                row.getString("reporter_name"),
                row.getString("reporter_phone"),
                HoldReason.valueOf(row.getString("why")),
                row.getString("sender"),
                instant(row, "received_at"),
                HeldReport.State.valueOf(row.getString("state")),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getObject("incident_id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
