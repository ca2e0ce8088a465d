package org.gridward.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.grid.EditionId;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes broadcasts, their areas, and the doors that they are for. */
@Component
class BroadcastWriter {

    private static final String STAIRWELLS = "stairwell";

    private final JdbcClient jdbc;
    private final GridMap grids;
    private final Clock clock;

    BroadcastWriter(JdbcClient jdbc, GridMap grids, Clock clock) {
        this.jdbc = jdbc;
        this.grids = grids;
        this.clock = clock;
    }

    /** What a broadcast says and for whom; corrects and reason may be null. */
    record Row(
            UUID id,
            String titleZh,
            String titleEn,
            String textZh,
            String textEn,
            BroadcastRules.Span span,
            BroadcastPolicy policy,
            String layer,
            UUID incident,
            UUID corrects,
            String reason) {}

    void insert(Row row, Actor actor) {
        Instant now = clock.instant();
        jdbc.sql(Sql.of("notice/insert_broadcast"))
                .param("id", row.id())
                .param("titleZh", row.titleZh())
                .param("titleEn", row.titleEn())
                .param("textZh", row.textZh())
                .param("textEn", row.textEn())
                .param("from", row.span().from().atOffset(ZoneOffset.UTC))
                .param("until", row.span().until().atOffset(ZoneOffset.UTC))
                .param("policy", row.policy().name())
                .param("layer", row.layer())
                .param("layerEdition", edition(row.layer(), now))
                .param("stairwellEdition", edition(STAIRWELLS, now))
                .param("incident", row.incident())
                .param("corrects", row.corrects())
                .param("reason", row.reason())
                .param("actor", actor.name())
                .update();
    }

    void addArea(UUID id, int part, Geometry shape) {
        jdbc.sql(Sql.of("notice/insert_area"))
                .param("id", id)
                .param("part", part)
                .param("shape", new WKBWriter().write(shape))
                .update();
    }

    /** @throws Problem 422 when the layer has no such grid now */
    void addGrid(UUID id, int part, Draft.GridNamed grid, String pointer) {
        UUID edition = edition(grid.layer(), clock.instant());
        int rows = edition == null
                ? 0
                : jdbc.sql(Sql.of("notice/insert_area_of_grid"))
                        .param("id", id)
                        .param("part", part)
                        .param("code", grid.code())
                        .param("edition", edition)
                        .update();
        if (rows == 0) {
            throw Problem.unprocessable(
                            "unknown-grid",
                            "The layer '" + grid.layer() + "' has no grid '" + grid.code() + "' in force now.")
                    .with(pointer, Fault.UNKNOWN, "no such grid");
        }
    }

    void copyAreas(UUID id, UUID of) {
        jdbc.sql(Sql.of("notice/copy_areas")).param("id", id).param("other", of).update();
    }

    /** Finds the doors anew, by the places, groups and boards of this moment. */
    void countDoors(UUID id) {
        jdbc.sql("DELETE FROM notice.broadcast_doors WHERE broadcast_id = :id")
                .param("id", id)
                .update();
        jdbc.sql(Sql.of("notice/count_doors"))
                .param("id", id)
                .param("editions", editions())
                .update();
    }

    /** The grids of every layer that share ground with a broadcast. */
    List<String> gridsOf(UUID id) {
        return jdbc.sql(Sql.of("notice/list_grids_of_broadcast"))
                .param("id", id)
                .param("editions", editions())
                .query(String.class)
                .list();
    }

    private String[] editions() {
        return grids.maps(clock.instant(), null).stream()
                .map(LayerMap::edition)
                .map(EditionId::toString)
                .toArray(String[]::new);
    }

    void deliver(UUID id, Actor actor) {
        jdbc.sql(Sql.of("notice/deliver_broadcast"))
                .param("id", id)
                .param("actor", actor.name())
                .update();
    }

    /** @throws Problem 412 when it has changed since */
    void move(Broadcast broadcast, int version, String to, String reason, Actor actor) {
        int rows = jdbc.sql(Sql.of("notice/move_broadcast"))
                .param("id", broadcast.id())
                .param("version", version)
                .param("to", to)
                .param("actor", actor.name())
                .param("reason", reason)
                .update();
        if (rows == 0) {
            throw Problem.stale(
                    "stale-broadcast",
                    "The broadcast is at version " + broadcast.version() + ", not " + version + "; read it again.");
        }
    }

    private UUID edition(String layer, Instant at) {
        Optional<LayerMap> map = grids.find(layer, at, null);
        return map.map(LayerMap::edition)
                .filter(edition -> !edition.equals(EditionId.NONE))
                .map(EditionId::value)
                .orElse(null);
    }
}
