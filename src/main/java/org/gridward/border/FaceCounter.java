package org.gridward.border;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what lies in faces at the moment of the question: doors, households, the cases of the twelve months before. */
@Component
class FaceCounter {

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final StandingFaces standing;

    FaceCounter(JdbcClient jdbc, StandingFaces standing) {
        this.jdbc = jdbc;
        this.standing = standing;
    }

    /** The faces with their counts, in order; {@code until} ends the twelve months. */
    List<StandingFace> count(List<FaceRegister.Stored> faces, Instant until) {
        Map<String, FaceCount> counts = new HashMap<>();
        Map<String, FaceRegister.Stored> byId = new HashMap<>();
        faces.forEach(face -> byId.put(face.face().id(), face));
        if (!faces.isEmpty()) {
            jdbc.sql(Sql.of("border/list_points"))
                    .param("faces", faces.stream().map(face -> face.face().id()).toArray(String[]::new))
                    .param(
                            "scans",
                            faces.stream().map(FaceRegister.Stored::scan).toArray(Long[]::new))
                    .param("since", until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        String id = row.getString("face_id");
                        if (holds(byId.get(id), row.getDouble("lon"), row.getDouble("lat"))) {
                            FaceCount before = counts.getOrDefault(id, FaceCount.NOTHING);
                            counts.put(
                                    id,
                                    row.getBoolean("door")
                                            ? before.withDoor(row.getObject("households", Integer.class))
                                            : before.withCase());
                        }
                    });
        }
        return faces.stream()
                .map(face -> face.face().counted(counts.getOrDefault(face.face().id(), FaceCount.NOTHING)))
                .toList();
    }

    /** A standing face holds what the one place of the point is; a mended one all that its last shape covers. */
    private boolean holds(FaceRegister.Stored face, double lon, double lat) {
        return !face.standing() || standing.holds(face.scan(), face.face().id(), lon, lat);
    }
}
