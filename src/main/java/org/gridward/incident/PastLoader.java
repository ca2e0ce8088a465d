package org.gridward.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gridward.grid.Match;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores past incidents in bulk through COPY, in chunks within the caller's transaction. Open ones are told like new ones,
 * so that they get their people, tasks and deadlines.
 */
@Component
class PastLoader {

    private static final int CHUNK = 5_000;
    private static final int TOLD_TOGETHER = 20;
    private static final String ACTOR = "import";

    private final PastReader reader;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final WriteBatch batch;
    private final Outbox outbox;
    private final NumberBlocks numbers;
    private final HomeGrid homeGrid;

    PastLoader(
            PastReader reader,
            JdbcTemplate jdbc,
            JsonMapper json,
            InFlight inFlight,
            ApplicationEventPublisher events,
            WriteBatch batch,
            Outbox outbox,
            NumberBlocks numbers,
            HomeGrid homeGrid) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.json = json;
        this.inFlight = inFlight;
        this.events = events;
        this.batch = batch;
        this.outbox = outbox;
        this.numbers = numbers;
        this.homeGrid = homeGrid;
    }

    long load(Iterator<PastIncident> incidents) {
        long stored = 0;
        while (incidents.hasNext()) {
            List<PastRow> chunk = new ArrayList<>(CHUNK);
            numbers.reserve(CHUNK);
            while (chunk.size() < CHUNK && incidents.hasNext()) {
                chunk.add(reader.read(incidents.next(), stored + chunk.size()));
            }
            Map<UUID, ResponseStarted> responses = tell(chunk);
            jdbc.execute((Connection connection) -> {
                try {
                    copyIncidents(connection, chunk, responses);
                    copyGrids(connection, chunk);
                    copyTimeline(connection, chunk, responses);
                } catch (SQLException failure) {
                    throw translate(failure);
                }
                return null;
            });
            stored += chunk.size();
        }
        outbox.append("IncidentsLoaded", "incidents", Map.of("count", stored));
        return stored;
    }

    private Map<UUID, ResponseStarted> tell(List<PastRow> chunk) {
        Map<UUID, ResponseStarted> responses = new HashMap<>();
        int told = 0;
        for (PastRow row : chunk) {
            if (row.isOpen()) {
                inFlight.during(() -> events.publishEvent(row.reported()))
                        .started()
                        .ifPresent(response -> responses.put(row.id(), response));
                if (++told % TOLD_TOGETHER == 0) {
                    batch.sendNow();
                }
            }
        }
        batch.sendNow();
        chunk.stream().filter(row -> responses.containsKey(row.id())).forEach(this::tellSteps);
        return responses;
    }

    /** Takes the tasks of a row that was further on than dispatched to where it was. */
    private void tellSteps(PastRow row) {
        State from = State.DISPATCHED;
        for (Action action : List.of(Action.ACCEPT, Action.ARRIVE, Action.FINISH, Action.FEEDBACK)) {
            if (row.state().compareTo(from) <= 0) {
                return;
            }
            State to = Lifecycle.next(from, action).orElseThrow();
            IncidentChanged step = step(row, action, from, to);
            inFlight.during(() -> events.publishEvent(step));
            from = to;
        }
    }

    private static IncidentChanged step(PastRow row, Action action, State from, State to) {
        int tier = row.category().tier();
        return new IncidentChanged(
                row.id(),
                row.number(),
                action,
                from,
                to,
                tier,
                tier,
                row.occurredAt(),
                ACTOR,
                Set.of(),
                null,
                Map.of(),
                row.category().code(),
                null,
                row.occurredAt(),
                1);
    }

    private static State stateOf(PastRow row, Map<UUID, ResponseStarted> responses) {
        boolean dispatched = responses.containsKey(row.id())
                && !responses.get(row.id()).tasks().isEmpty();
        return row.state() == State.REPORTED && dispatched ? State.DISPATCHED : row.state();
    }

    private void copyIncidents(Connection connection, List<PastRow> chunk, Map<UUID, ResponseStarted> responses)
            throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(
                connection,
                "incident.incidents",
                "id",
                "number",
                "state",
                "tier",
                "category",
                "colour",
                "matter_class",
                "description",
                "channel",
                "geom",
                "location",
                "grid_code",
                "occurred_at",
                "reported_at",
                "closed_at",
                "feedback_at",
                "revisited_at",
                "revisit_result",
                "satisfaction",
                "next_due",
                "first_receiver",
                "decision",
                "attributes")) {
            for (PastRow row : chunk) {
                Optional<ResponseStarted> response = Optional.ofNullable(responses.get(row.id()));
                copy.row()
                        .uuid(row.id())
                        .text(row.number())
                        .text(stateOf(row, responses).name())
                        .int4(row.category().tier())
                        .text(row.category().code())
                        .text(row.category().colour())
                        .text(row.category().matterClass())
                        .text(row.description())
                        .text(row.channel())
                        .point(row.lon(), row.lat())
                        .jsonb(json.writeValueAsString(Where.at(row.lon(), row.lat())))
                        .text(homeGrid.of(null, row.matches()))
                        .timestamptz(row.occurredAt())
                        .timestamptz(row.occurredAt())
                        .timestamptz(row.closedAt())
                        .timestamptz(handled(row, PastIncident.Handled::answeredAt))
                        .timestamptz(handled(row, PastIncident.Handled::revisitedAt))
                        .text(handled(row, one -> one.satisfaction() == null ? null : RevisitResult.SOLVED.name()))
                        .int2(handled(row, PastIncident.Handled::satisfaction))
                        .timestamptz(response.map(ResponseStarted::deadlines)
                                .map(IncidentWriter::nextDue)
                                .orElse(null))
                        .text(ACTOR)
                        .jsonb(json.writeValueAsString(decision(row, response)))
                        .jsonb(json.writeValueAsString(row.attributes()));
            }
            copy.finish();
        }
    }

    private static Decision decision(PastRow row, Optional<ResponseStarted> response) {
        return Decision.of(row.reported(), "IMPORT", response, 0);
    }

    private static void copyGrids(Connection connection, List<PastRow> chunk) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(
                connection,
                "incident.incident_grids",
                "incident_id",
                "layer",
                "grid_code",
                "edition",
                "share",
                "placed_at")) {
            for (PastRow row : chunk) {
                for (Match match : row.matches()) {
                    copy.row()
                            .uuid(row.id())
                            .text(match.layer())
                            .text(match.gridCode())
                            .text(match.edition())
                            .float8(Math.min(1.0, match.share()))
                            .timestamptz(row.occurredAt());
                }
            }
            copy.finish();
        }
    }

    private static void copyTimeline(Connection connection, List<PastRow> chunk, Map<UUID, ResponseStarted> responses)
            throws SQLException {
        try (BinaryCopy copy =
                BinaryCopy.into(connection, "incident.timeline", "incident_id", "at", "action", "state", "actor")) {
            for (PastRow row : chunk) {
                entry(copy, row.id(), row.occurredAt(), "REPORT", State.REPORTED);
                State state = stateOf(row, responses);
                if (state.isOver()) {
                    copySteps(copy, row);
                    entry(copy, row.id(), row.closedAt(), state == State.VOID ? "VOID" : "CLOSE", state);
                } else if (state != State.REPORTED) {
                    entry(copy, row.id(), row.occurredAt(), "DISPATCH", State.DISPATCHED);
                    if (state != State.DISPATCHED) {
                        entry(copy, row.id(), row.occurredAt(), "IMPORT", state);
                    }
                }
            }
            copy.finish();
        }
    }

    private static void copySteps(BinaryCopy copy, PastRow row) throws SQLException {
        if (row.handled() == null) {
            return;
        }
        entry(copy, row.id(), row.occurredAt(), "DISPATCH", State.DISPATCHED);
        entry(copy, row.id(), row.handled().acceptedAt(), "ACCEPT", State.ACCEPTED);
        entry(copy, row.id(), row.handled().arrivedAt(), "ARRIVE", State.ARRIVED);
        entry(copy, row.id(), row.handled().finishedAt(), "FINISH", State.FINISHED);
        entry(copy, row.id(), row.handled().answeredAt(), "FEEDBACK", State.FED_BACK);
        if (row.handled().revisitedAt() != null) {
            entry(copy, row.id(), row.handled().revisitedAt(), "REVISIT", State.FED_BACK);
        }
    }

    private static <T> T handled(PastRow row, Function<PastIncident.Handled, T> member) {
        return row.handled() == null ? null : member.apply(row.handled());
    }

    private static void entry(BinaryCopy copy, UUID id, Instant at, String action, State state) throws SQLException {
        copy.row().uuid(id).timestamptz(at).text(action).text(state.name()).text(ACTOR);
    }

    private static RuntimeException translate(SQLException failure) {
        if ("23505".equals(failure.getSQLState())) {
            return Problem.conflict(
                    "number-taken",
                    "A number is taken already: " + failure.getMessage().replaceAll("\\s+", " ") + ".");
        }
        return new org.springframework.dao.DataIntegrityViolationException(failure.getMessage(), failure);
    }
}
