package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What other rooms may ask of an incident and add to it: how it stands, and rows of its timeline. */
@Component
public class CaseFile {

    private static final TypeReference<List<PlacedIn>> GRIDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final JsonMapper json;
    private final Clock clock;

    CaseFile(JdbcClient jdbc, WriteBatch batch, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem 404 {@code unknown-incident} */
    public Standing read(UUID id) {
        return one(id, "");
    }

    /**
     * As {@link #read(UUID)}, for an actor who wants to do something about it.
     *
     * @throws Problem 404 {@code unknown-incident}, 403 {@code outside-own-jurisdiction}
     */
    public Standing read(UUID id, Actor actor) {
        return requireInside(one(id, ""), actor);
    }

    /**
     * As {@link #read(UUID, Actor)}, and nobody else changes it until the transaction ends.
     *
     * @throws Problem 404, 403 as there; 409 {@code incident-closed} when its life has ended
     */
    public Standing hold(UUID id, Actor actor) {
        Standing standing = requireInside(one(id, "\nFOR UPDATE OF i"), actor);
        if (standing.closedAt() != null) {
            throw Problem.conflict(
                    "incident-closed",
                    "Incident " + standing.number() + " is " + standing.state() + "; nothing more is done about it.");
        }
        return standing;
    }

    /**
     * Adds a row to the timeline, in the transaction of whoever did it; the version of the incident stays.
     *
     * @param word what was done, in upper case
     * @param note in the actor's words; may be null
     * @param detail JSON-able values
     */
    public void write(UUID id, String word, String actor, String note, Map<String, Object> detail) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String text = detail.isEmpty() ? null : json.writeValueAsString(detail);
        batch.add(Sql.of("incident/insert_record"), now, word, actor, note, text, id);
    }

    private Standing one(UUID id, String lock) {
        return jdbc.sql(Sql.of("incident/find_standing") + lock)
                .param("id", id)
                .query(this::standing)
                .optional()
                .orElseThrow(() -> Incidents.unknown(id));
    }

    private static Standing requireInside(Standing standing, Actor actor) {
        if (!standing.grids().isEmpty() && !actor.mayActInAny(standing.gridCodes())) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "Incident " + standing.number() + " lies outside the jurisdiction " + actor.jurisdiction() + " of '"
                            + actor.name() + "'.");
        }
        return standing;
    }

    private Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("tier"),
                row.getString("colour"),
                row.getInt("version"),
                row.getString("category"),
                row.getString("description"),
                Instants.of(row, "occurred_at"),
                Instants.of(row, "reported_at"),
                Instants.of(row, "controlled_at"),
                Instants.of(row, "closed_at"),
                json.readValue(row.getString("grids"), GRIDS));
    }
}
