package org.gridward.patrol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridward.geodesy.Datum;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes fixes that were checked, brought into form and sorted by time. */
@Component
class FixStore {

    private final JdbcClient jdbc;
    private final MicroGrids microGrids;

    FixStore(JdbcClient jdbc, MicroGrids microGrids) {
        this.jdbc = jdbc;
        this.microGrids = microGrids;
    }

    /** Stores what is new and improves what is held; returns how many instants were new. One fix an instant. */
    int store(int unitId, List<Fix> fixes) {
        int stored = statement("patrol/insert_fixes", unitId, fixes)
                .query(Boolean.class)
                .list()
                .size();
        if (stored < fixes.size()) {
            statement("patrol/improve_fixes", unitId, fixes).update();
        }
        return stored;
    }

    /** Keeps fixes as they came, where their datum is another than WGS 84; those of one instant are all kept. */
    void storeRaw(int unitId, List<Fix> fixes, Datum datum) {
        jdbc.sql(Sql.of("patrol/insert_raw_fixes"))
                .param("unitId", unitId)
                .param("datum", datum.name())
                .param("conversion", datum.conversion())
                .param(
                        "micros",
                        fixes.stream().mapToLong(fix -> micros(fix.t())).toArray())
                .param("xs", fixes.stream().mapToDouble(Fix::lon).toArray())
                .param("ys", fixes.stream().mapToDouble(Fix::lat).toArray())
                .update();
    }

    /** Makes a fix the unit's position unless a newer one is held; true when it became the position. */
    boolean advance(int unitId, Fix fix) {
        return jdbc.sql(Sql.of("patrol/advance_position"))
                        .param("unitId", unitId)
                        .param("t", fix.t().atOffset(ZoneOffset.UTC))
                        .param("lon", fix.lon())
                        .param("lat", fix.lat())
                        .param("accuracy", fix.accuracyMeters())
                        .param("speed", fix.speedMetersPerSecond())
                        .param("gridCode", gridCode(fix))
                        .update()
                == 1;
    }

    String gridCode(Fix fix) {
        return microGrids.codeAt(fix.lon(), fix.lat(), fix.t());
    }

    private JdbcClient.StatementSpec statement(String path, int unitId, List<Fix> fixes) {
        return jdbc.sql(Sql.of(path))
                .param("unitId", unitId)
                .param(
                        "micros",
                        fixes.stream().mapToLong(fix -> micros(fix.t())).toArray())
                .param("lons", fixes.stream().mapToDouble(Fix::lon).toArray())
                .param("lats", fixes.stream().mapToDouble(Fix::lat).toArray())
                .param("accuracies", fixes.stream().map(Fix::accuracyMeters).toArray(Double[]::new))
                .param("speeds", fixes.stream().map(Fix::speedMetersPerSecond).toArray(Double[]::new))
                .param("gridCodes", fixes.stream().map(this::gridCode).toArray(String[]::new));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
