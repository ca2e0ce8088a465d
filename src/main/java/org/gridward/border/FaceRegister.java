package org.gridward.border;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.EditionId;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register: scans, faces as known at a time, their histories. */
@Component
class FaceRegister {

    /** A face as stored: with the scan that its shape is of, and whether that scan stood at the time. */
    record Stored(StandingFace face, long scan, boolean standing) {}

    private final JdbcClient jdbc;

    FaceRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text that changes whenever the streets of the base map do. */
    String streets() {
        return jdbc.sql("SELECT revision FROM published.street_revision")
                .query(String.class)
                .single();
    }

    /** Every scan, the earliest first. */
    List<Scan> scans() {
        return jdbc.sql(Sql.of("border/list_scans")).query(FaceRegister::scan).list();
    }

    private static Scan scan(ResultSet row, int number) throws SQLException {
        UUID parent = row.getObject("parent_edition", UUID.class);
        return new Scan(
                row.getLong("id"),
                row.getString("layer"),
                new EditionId(row.getObject("edition", UUID.class)),
                parent == null ? null : new EditionId(parent),
                row.getString("streets"),
                row.getString("region"),
                row.getDouble("region_m2"),
                row.getDouble("owned_m2"),
                row.getDouble("gap_m2"),
                row.getDouble("overlap_m2"),
                row.getDouble("took_s"),
                Instants.of(row, "since"),
                Instants.of(row, "until"));
    }

    /**
     * The faces of a layer as known at a time, uncounted, each with its shape in one scan, or where that has none its last.
     *
     * @param knownAt null: now
     * @param scan null: the one that stood then
     */
    List<Stored> faces(String layer, Instant knownAt, Long scan) {
        return faces(layer, knownAt, scan, null);
    }

    Optional<Stored> face(String layer, String id, Instant knownAt, Long scan) {
        return faces(layer, knownAt, scan, id).stream().findFirst();
    }

    private List<Stored> faces(String layer, Instant knownAt, Long scan, String id) {
        return jdbc.sql(Sql.of("border/list_faces"))
                .param("layer", layer)
                .param("known", knownAt == null ? "infinity" : knownAt.toString())
                .param("scan", scan)
                .param("face", id)
                .query((row, number) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        StandingFace face = new StandingFace(
                row.getString("id"),
                FaceKind.valueOf(row.getString("kind")),
                row.getString("layer"),
                FaceState.valueOf(row.getString("state")),
                row.getString("parent_code"),
                texts(row, "inside"),
                texts(row, "around"),
                shape(row.getBytes("wkb")),
                row.getDouble("area_m2"),
                row.getDouble("street_m"),
                0,
                null,
                0,
                Instants.of(row, "first_seen"),
                Instants.of(row, "last_seen"),
                owner(row),
                row.getString("note"),
                new EditionId(row.getObject("edition", UUID.class)),
                row.getInt("version"));
        return new Stored(face, row.getLong("scan_id"), row.getBoolean("standing"));
    }

    /** What became of a face, in order. */
    List<FaceChange> history(String id) {
        return jdbc.sql(Sql.of("border/list_states"))
                .param("face", id)
                .query((row, number) -> new FaceChange(
                        row.getInt("version"),
                        row.getString("change"),
                        FaceState.valueOf(row.getString("state")),
                        owner(row),
                        row.getString("note"),
                        row.getString("changed_by"),
                        Instants.of(row, "at")))
                .list();
    }

    private static FixOwner owner(ResultSet row) throws SQLException {
        return new FixOwner(row.getString("team"), row.getString("role"), row.getString("person"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Geometry shape(byte[] wkb) throws SQLException {
        try {
            Geometry shape = new WKBReader(GeoJson.FACTORY).read(wkb);
            return shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : shape;
        } catch (ParseException broken) {
            throw new SQLException("A stored shape cannot be read", broken);
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
