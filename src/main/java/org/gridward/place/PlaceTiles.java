package org.gridward.place;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.gridward.platform.PackedTile;
import org.gridward.platform.Sql;
import org.gridward.platform.TileAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places as vector tiles, read from the table each time: a place shows as soon as it is stored. */
@Component
public class PlaceTiles {

    /** From this zoom on every place is drawn by itself. */
    private static final int ZOOM_OF_SINGLES = 15;

    private static final int CELLS = 8;

    private final JdbcClient jdbc;

    PlaceTiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until only places that were stored by then; null: all there are */
    public PackedTile tile(Set<String> kinds, Instant until, TileAddress at) {
        return PackedTile.of(jdbc.sql(Sql.of("place/place_tile"))
                .param("kinds", kinds.toArray(String[]::new))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("z", at.z())
                .param("x", at.x())
                .param("y", at.y())
                .param("cells", at.z() >= ZOOM_OF_SINGLES ? 0 : CELLS)
                .query(byte[].class)
                .single());
    }
}
