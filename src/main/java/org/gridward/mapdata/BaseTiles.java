package org.gridward.mapdata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The base map as vector tiles, kept packed in memory: the least recently asked for go first. */
@Component
public class BaseTiles {

    /** One packed tile. {@code gzip} is empty where the map shows nothing. */
    public record Tile(byte[] gzip, String etag) {

        /** The tile unpacked, for clients that take no gzip. */
        public byte[] plain() {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
                return in.readAllBytes();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static final int MOST_BYTES = 24 << 20;
    private static final int ZOOM_MOST = 18;
    private static final long ASK_EVERY_NANOS = 2_000_000_000L;

    private final JdbcClient jdbc;
    private final Map<String, Tile> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long keptBytes;
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

    /**
     * A tile of the base map, web Mercator numbering.
     *
     * @throws Problem 404 when there is no such tile
     */
    public Tile tile(int z, int x, int y) {
        if (z < 0 || z > ZOOM_MOST || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw Problem.notFound(
                    "unknown-tile",
                    "There is no tile " + z + "/" + x + "/" + y + "; zooms are 0 to " + ZOOM_MOST + ".");
        }
        String key = z + "/" + x + "/" + y;
        Tile held = find(key);
        if (held != null) {
            return held;
        }
        byte[] tile = jdbc.sql(Sql.of("mapdata/base_tile"))
                .param("z", z)
                .param("x", x)
                .param("y", y)
                .query(byte[].class)
                .single();
        Tile made = new Tile(tile.length == 0 ? tile : gzip(tile), etag(tile));
        keep(key, made);
        return made;
    }

    private synchronized Tile find(String key) {
        if (System.nanoTime() - askedAt > ASK_EVERY_NANOS || askedAt == Long.MIN_VALUE) {
            String now = extent().map(Extent::revision).orElse("");
            askedAt = System.nanoTime();
            if (!now.equals(revision)) {
                kept.clear();
                keptBytes = 0;
                revision = now;
            }
        }
        return kept.get(key);
    }

    private synchronized void keep(String key, Tile tile) {
        if (kept.put(key, tile) == null) {
            keptBytes += tile.gzip().length + 200;
        }
        var oldest = kept.entrySet().iterator();
        while (keptBytes > MOST_BYTES && oldest.hasNext()) {
            keptBytes -= oldest.next().getValue().gzip().length + 200;
            oldest.remove();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
