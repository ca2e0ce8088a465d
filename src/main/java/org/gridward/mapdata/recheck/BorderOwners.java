package org.gridward.mapdata.recheck;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says by PostGIS who owns a point that several grids of a PARTITION hold: the lowest among the owners of the stretches of border
 * that meet in it, a stretch belonging to the lower code or to whom the border decision in force gives it. Where a decision's line
 * ends within three metres both answers are allowed.
 */
@Component
class BorderOwners {

    private record Stretch(String low, String owner, boolean nearEnd) {}

    private final JdbcClient jdbc;

    BorderOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The grids that may own the point: one, but near the end of a decision's line. */
    Set<String> of(String layer, String edition, double lon, double lat, Instant at, Instant knownAt) {
        var stretches = jdbc.sql(Sql.of("mapdata/find_border_owners"))
                .param("layer", layer)
                .param("edition", edition)
                .param("lon", lon)
                .param("lat", lat)
                .param("at", at.toString())
                .param("known", knownAt.toString())
                .query((row, number) ->
                        new Stretch(row.getString("code_a"), row.getString("owner"), row.getBoolean("near_end")))
                .list();
        Set<String> allowed = new TreeSet<>();
        stretches.stream()
                .map(one -> one.owner() == null ? one.low() : one.owner())
                .min(Comparator.naturalOrder())
                .ifPresent(allowed::add);
        if (stretches.stream().anyMatch(Stretch::nearEnd)) {
            stretches.stream()
                    .map(one -> one.owner() == null || one.nearEnd() ? one.low() : one.owner())
                    .min(Comparator.naturalOrder())
                    .ifPresent(allowed::add);
        }
        return allowed;
    }
}
