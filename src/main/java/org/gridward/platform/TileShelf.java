package org.gridward.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Packed tiles kept in memory up to so many bytes; the least recently asked for go first. Safe for many threads. */
public final class TileShelf {

    private static final int BYTES_BESIDE_TILE = 200;

    private final int mostBytes;
    private final Map<String, PackedTile> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long keptBytes;

    public TileShelf(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    public synchronized Optional<PackedTile> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    public synchronized void keep(String key, PackedTile tile) {
        PackedTile before = kept.put(key, tile);
        keptBytes += bytes(tile) - (before == null ? 0 : bytes(before));
        var oldest = kept.entrySet().iterator();
        while (keptBytes > mostBytes && oldest.hasNext()) {
            keptBytes -= bytes(oldest.next().getValue());
            oldest.remove();
        }
    }

    public synchronized void clear() {
        kept.clear();
        keptBytes = 0;
    }

    private static long bytes(PackedTile tile) {
        return tile.gzip().length + BYTES_BESIDE_TILE;
    }
}
