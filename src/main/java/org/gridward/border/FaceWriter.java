package org.gridward.border;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Outbox;
import org.gridward.platform.Sql;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes scans and states. Everything here runs inside the caller's transaction, under the layer's lock. */
@Component
class FaceWriter {

    static final String ACTOR = "register";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final FaceRegister register;
    private final Outbox outbox;

    FaceWriter(JdbcClient jdbc, JdbcTemplate template, FaceRegister register, Outbox outbox) {
        this.jdbc = jdbc;
        this.template = template;
        this.register = register;
        this.outbox = outbox;
    }

    /** Lets one writer of a layer's register through at a time; answers the database's clock after the wait. */
    Instant lock(String layer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('border.' || :layer, 0))")
                .param("layer", layer)
                .query((row, number) -> number)
                .list();
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Replaces what the register says of a layer: new faces open, those that went are fixed, those that came back reopen. */
    void replace(String layer, ScanKey key, Survey survey, double[] streetMeters, double seconds, Instant now) {
        List<FaceRegister.Stored> before = register.faces(layer, null, null);
        closeScan(layer, now);
        long scan = insertScan(layer, key, survey, seconds, now);
        Map<Integer, String> ids = FaceIds.hand(before, survey.faces());
        Set<String> standing = new HashSet<>(ids.values());
        for (FaceRegister.Stored one : before) {
            FaceState state = one.face().state();
            if (standing.contains(one.face().id()) && state == FaceState.FIXED) {
                move(one.face(), "REOPENED", FaceState.OPEN, ACTOR, now);
            } else if (!standing.contains(one.face().id()) && state != FaceState.FIXED) {
                move(one.face(), "FIXED", FaceState.FIXED, ACTOR, now);
            }
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < survey.faces().size(); i++) {
            FaceKind kind = survey.faces().get(i).kind();
            all.add(Optional.ofNullable(ids.get(i)).orElseGet(() -> insertFace(layer, kind, now)));
        }
        insertShapes(scan, all, survey.faces(), streetMeters);
        outbox.append("BorderRegisterChanged", layer, Map.of("layer", layer, "faces", all.size()));
    }

    /** Ends what the register says of a layer that has no borders in force any more. */
    void end(String layer, Instant now) {
        register.faces(layer, null, null).stream()
                .map(FaceRegister.Stored::face)
                .filter(face -> face.state() != FaceState.FIXED)
                .forEach(face -> move(face, "FIXED", FaceState.FIXED, ACTOR, now));
        closeScan(layer, now);
        outbox.append("BorderRegisterChanged", layer, Map.of("layer", layer, "faces", 0));
    }

    private void closeScan(String layer, Instant now) {
        jdbc.sql(Sql.of("border/close_scan"))
                .param("layer", layer)
                .param("now", FaceRegister.at(now))
                .update();
    }

    private long insertScan(String layer, ScanKey key, Survey survey, double seconds, Instant now) {
        return jdbc.sql(Sql.of("border/insert_scan"))
                .param("layer", layer)
                .param("edition", key.edition().value())
                .param(
                        "parent_edition",
                        key.parentEdition() == null ? null : key.parentEdition().value())
                .param("streets", key.streets())
                .param("region", survey.region().name())
                .param("region_m2", survey.regionSquareMeters())
                .param("owned_m2", Math.max(0, survey.ownedSquareMeters()))
                .param("gap_m2", survey.gapSquareMeters())
                .param("overlap_m2", survey.overlapSquareMeters())
                .param("took_s", seconds)
                .param("now", FaceRegister.at(now))
                .query(Long.class)
                .single();
    }

    private String insertFace(String layer, FaceKind kind, Instant now) {
        int number = jdbc.sql(
                        "SELECT coalesce(max(number), 0) + 1 FROM border.faces WHERE layer = :layer AND kind = :kind")
                .param("layer", layer)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
        String id = kind.id(layer, number);
        jdbc.sql(Sql.of("border/insert_face"))
                .param("id", id)
                .param("layer", layer)
                .param("kind", kind.name())
                .param("number", number)
                .param("now", FaceRegister.at(now))
                .update();
        insertState(id, 1, "FOUND", FaceState.OPEN, FixOwner.NOBODY, null, ACTOR, now);
        return id;
    }

    private void insertShapes(long scan, List<String> ids, List<FoundFace> faces, double[] streetMeters) {
        WKBWriter wkb = new WKBWriter(2);
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            positions.add(i);
        }
        template.batchUpdate(Sql.of("border/insert_shape"), positions, 500, (statement, i) -> {
            FoundFace face = faces.get(i);
            statement.setLong(1, scan);
            statement.setString(2, ids.get(i));
            statement.setString(3, face.parent());
            statement.setArray(4, texts(statement, face.inside()));
            statement.setArray(5, texts(statement, face.around()));
            statement.setDouble(6, face.areaSquareMeters());
            statement.setDouble(7, streetMeters[i]);
            statement.setBytes(8, wkb.write(face.polygon()));
        });
    }

    private static Array texts(PreparedStatement statement, List<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    private void move(StandingFace face, String change, FaceState state, String actor, Instant now) {
        set(face, change, state, face.owner(), face.note(), actor, now);
    }

    /** Closes the state that a face has and gives it the next one. */
    void set(
            StandingFace face, String change, FaceState state, FixOwner owner, String note, String actor, Instant now) {
        jdbc.sql(Sql.of("border/close_state"))
                .param("face", face.id())
                .param("now", FaceRegister.at(now))
                .update();
        insertState(face.id(), face.version() + 1, change, state, owner, note, actor, now);
    }

    private void insertState(
            String id,
            int version,
            String change,
            FaceState state,
            FixOwner owner,
            String note,
            String actor,
            Instant now) {
        jdbc.sql(Sql.of("border/insert_state"))
                .param("face", id)
                .param("version", version)
                .param("state", state.name())
                .param("change", change)
                .param("team", owner.team())
                .param("role", owner.role())
                .param("person", owner.person())
                .param("note", note)
                .param("changed_by", actor)
                .param("now", FaceRegister.at(now))
                .update();
    }
}
