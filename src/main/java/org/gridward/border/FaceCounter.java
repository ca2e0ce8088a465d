package org.gridward.border;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.Tally;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what lies in faces at the moment of the question: doors, households, the cases of the twelve months before. */
@Component
class FaceCounter {

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final StandingFaces standing;
    private final GroundFacts facts;

    FaceCounter(JdbcClient jdbc, StandingFaces standing, GroundFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.standing = standing;
    }

    /** What lies in the faces of stored scans, and how each door and then each case, by spot, stands among them. */
    record Counts(Map<String, FaceCount> byFace, Tally points) {}

    /** The faces with their counts, in order; {@code until} ends the twelve months. */
    List<StandingFace> count(List<FaceRegister.Stored> faces, Instant until) {
        return counted(faces, read(faces, until, (lon, lat) -> null).byFace());
    }

    static List<StandingFace> counted(List<FaceRegister.Stored> faces, Map<String, FaceCount> counts) {
        return faces.stream()
                .map(face -> face.face().counted(counts.getOrDefault(face.face().id(), FaceCount.NOTHING)))
                .toList();
    }

    /** The code of the grid that owns a spot, or null. */
    interface Owner {

        String at(double lon, double lat);
    }

    /** Reads the points that the faces, borders included, hold; each point is counted in the one face that has it, or in none. */
    Counts read(List<FaceRegister.Stored> faces, Instant until, Owner owner) {
        Map<String, FaceRegister.Stored> byId = new HashMap<>();
        faces.forEach(face -> byId.put(face.face().id(), face));
        PointsInFaces points = new PointsInFaces(
                (id, lon, lat) -> holds(byId.get(id), lon, lat),
                id -> byId.get(id).face().kind(),
                owner);
        if (!faces.isEmpty()) {
            jdbc.sql(Sql.of("border/list_points"))
                    .param("faces", faces.stream().map(face -> face.face().id()).toArray(String[]::new))
                    .param(
                            "scans",
                            faces.stream().map(FaceRegister.Stored::scan).toArray(Long[]::new))
                    .param("since", until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        points.add(
                                row.getBoolean("door") + row.getString("ref"),
                                row.getString("face_id"),
                                row.getDouble("lon"),
                                row.getDouble("lat"),
                                row.getBoolean("door"),
                                row.getObject("households", Integer.class));
                    });
        }
        return points.counts();
    }

    /** The same of faces that no scan keeps: what lies in their boxes is read and placed one by one. */
    List<StandingFace> count(List<FaceRegister.Stored> faces, RegisterTimes.Computed computed, Instant until) {
        Envelope box = new Envelope();
        faces.forEach(one -> box.expandToInclude(one.face().shape().getEnvelopeInternal()));
        Map<String, FaceCount> counts = new HashMap<>();
        facts.doors(box, door -> place(computed, door.lon(), door.lat())
                .ifPresent(id -> counts.put(
                        id, counts.getOrDefault(id, FaceCount.NOTHING).withDoor(door.households()))));
        Instant since = until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        facts.casePoints(box, since, until, (lon, lat) -> place(computed, lon, lat)
                .ifPresent(id -> counts.put(
                        id, counts.getOrDefault(id, FaceCount.NOTHING).withCase())));
        return faces.stream()
                .map(one -> one.face().counted(counts.getOrDefault(one.face().id(), FaceCount.NOTHING)))
                .toList();
    }

    private static Optional<String> place(RegisterTimes.Computed computed, double lon, double lat) {
        int face = computed.locator().place(lon, lat);
        return face < 0 ? Optional.empty() : Optional.of(computed.ids().get(face));
    }

    /** A standing face holds what the one place of the point is; a mended one all that its last shape covers. */
    private boolean holds(FaceRegister.Stored face, double lon, double lat) {
        return !face.standing() || standing.holds(face.scan(), face.face().id(), lon, lat);
    }
}
