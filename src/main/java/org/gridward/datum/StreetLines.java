package org.gridward.datum;

import java.util.ArrayList;
import java.util.List;
import org.gridward.geodesy.DatumWatch;
import org.gridward.geometry.LineDistance;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The centre lines of the streets in memory, read anew when the base map has changed. */
@Component
class StreetLines {

    private static final double FAR_METERS = 250;

    private final JdbcClient jdbc;
    private String revision;
    private LineDistance lines;

    StreetLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized DatumWatch.Streets present() {
        String now = jdbc.sql("SELECT revision FROM published.street_revision")
                .query(String.class)
                .single();
        if (lines == null || !now.equals(revision)) {
            lines = LineDistance.of(read());
            revision = now;
        }
        LineDistance held = lines;
        return (lon, lat) -> held.meters(lon, lat, FAR_METERS);
    }

    private List<Geometry> read() {
        WKBReader reader = new WKBReader(GeoJson.FACTORY);
        List<Geometry> streets = new ArrayList<>();
        jdbc.sql(Sql.of("datum/list_streets"))
                .query((row, number) -> row.getBytes("wkb"))
                .list()
                .forEach(wkb -> {
                    try {
                        streets.add(reader.read(wkb));
                    } catch (ParseException broken) {
                        throw new IllegalStateException("A stored street cannot be read", broken);
                    }
                });
        return streets;
    }
}
