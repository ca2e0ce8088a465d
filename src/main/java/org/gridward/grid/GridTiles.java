package org.gridward.grid;

import java.util.Optional;
import org.gridward.platform.PackedTile;
import org.gridward.platform.Sql;
import org.gridward.platform.TileAddress;
import org.gridward.platform.TileShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The grids of an edition as vector tiles. An edition never changes, so a tile made once is right for ever: what changes
 * at an adoption is which edition is asked for.
 */
@Component
public class GridTiles {

    private static final int MOST_BYTES = 32 << 20;

    private final JdbcClient jdbc;
    private final TileShelf kept = new TileShelf(MOST_BYTES);

    GridTiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public PackedTile tile(EditionId edition, TileAddress at) {
        String key = edition + "/" + at;
        Optional<PackedTile> held = kept.find(key);
        if (held.isPresent()) {
            return held.get();
        }
        PackedTile made = PackedTile.of(jdbc.sql(Sql.of("grid/grid_tile"))
                .param("edition", edition.value())
                .param("z", at.z())
                .param("x", at.x())
                .param("y", at.y())
                .query(byte[].class)
                .single());
        kept.keep(key, made);
        return made;
    }
}
