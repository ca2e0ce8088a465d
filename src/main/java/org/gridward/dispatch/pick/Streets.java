package org.gridward.dispatch.pick;

import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Holds the street graph in memory and builds it anew when the base map has changed. */
@Component
class Streets {

    private static final Logger log = LoggerFactory.getLogger(Streets.class);

    private record Held(String revision, StreetGraph graph) {}

    private final JdbcClient jdbc;
    private volatile Held held;

    Streets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The graph of the base map of now: one row is read to know that it is. */
    StreetGraph graph() {
        return read().graph();
    }

    @Scheduled(initialDelay = 4_000, fixedDelay = 15_000)
    void look() {
        try {
            read();
        } catch (DataAccessException away) {
            log.debug("Streets not looked at: {}", away.toString());
        }
    }

    private synchronized Held read() {
        String revision = jdbc.sql("SELECT revision FROM published.street_revision")
                .query(String.class)
                .single();
        Held present = held;
        if (present != null && present.revision().equals(revision)) {
            return present;
        }
        WKBReader reader = new WKBReader(GeoJson.FACTORY);
        List<Geometry> streets = new ArrayList<>();
        jdbc.sql(Sql.of("dispatch/list_streets"))
                .query((row, n) -> row.getBytes("wkb"))
                .list()
                .forEach(wkb -> {
                    try {
                        streets.add(reader.read(wkb));
                    } catch (ParseException broken) {
                        throw new IllegalStateException("A stored street cannot be read", broken);
                    }
                });
        held = new Held(revision, StreetGraph.of(streets));
        return held;
    }
}
