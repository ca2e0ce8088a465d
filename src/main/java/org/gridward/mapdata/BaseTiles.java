package org.gridward.mapdata;

import java.util.List;
import java.util.Optional;
import org.gridward.platform.PackedTile;
import org.gridward.platform.Sql;
import org.gridward.platform.TileAddress;
import org.gridward.platform.TileShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The base map as vector tiles, kept packed in memory: the least recently asked for go first. */
@Component
public class BaseTiles {

    private static final int MOST_BYTES = 24 << 20;
    private static final long ASK_EVERY_NANOS = 2_000_000_000L;

    private final JdbcClient jdbc;
    private final TileShelf kept = new TileShelf(MOST_BYTES);
    private String revision = "";
    private long askedAt = Long.MIN_VALUE;

    BaseTiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the base map shows; empty before a map is loaded. */
    public Optional<Extent> extent() {
        return jdbc.sql("SELECT * FROM mapdata.extent")
                .query((row, n) -> new Extent(
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getBoolean("synthetic"),
                        row.getString("source"),
                        List.of(
                                row.getDouble("west"),
                                row.getDouble("south"),
                                row.getDouble("east"),
                                row.getDouble("north")),
                        row.getString("revision")))
                .optional();
    }

    /** A tile of the base map. */
    public PackedTile tile(TileAddress at) {
        clearWhenLoadedAnew();
        Optional<PackedTile> held = kept.find(at.toString());
        if (held.isPresent()) {
            return held.get();
        }
        PackedTile made = PackedTile.of(jdbc.sql(Sql.of("mapdata/base_tile"))
                .param("z", at.z())
                .param("x", at.x())
                .param("y", at.y())
                .query(byte[].class)
                .single());
        kept.keep(at.toString(), made);
        return made;
    }

    private synchronized void clearWhenLoadedAnew() {
        if (System.nanoTime() - askedAt > ASK_EVERY_NANOS || askedAt == Long.MIN_VALUE) {
            String now = extent().map(Extent::revision).orElse("");
            askedAt = System.nanoTime();
            if (!now.equals(revision)) {
                kept.clear();
                revision = now;
            }
        }
    }
}
