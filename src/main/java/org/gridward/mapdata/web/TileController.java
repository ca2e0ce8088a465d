package org.gridward.mapdata.web;

import java.util.Locale;
import org.gridward.mapdata.BaseTiles;
import org.gridward.mapdata.Extent;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The base map over HTTP: packed vector tiles with entity tags, and what they cover. */
@RestController
class TileController {

    private static final String MVT = "application/vnd.mapbox-vector-tile";
    private static final String CACHE = "public, max-age=60, must-revalidate";

    private final BaseTiles tiles;

    TileController(BaseTiles tiles) {
        this.tiles = tiles;
    }

    /** The base map is the same at every time; {@code at} is taken so that one address form serves all tilesets. */
    @GetMapping("/tiles/base/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam(required = false) String at,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String known,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
        Instants.parseOrNull(at, "/at");
        BaseTiles.Tile tile = tiles.tile(z, x, y);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, CACHE);
        headers.set(HttpHeaders.ETAG, tile.etag());
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (known != null && known.contains(tile.etag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        if (tile.gzip().length == 0) {
            return ResponseEntity.noContent().headers(headers).build();
        }
        headers.set(HttpHeaders.CONTENT_TYPE, MVT);
        if (accepts.toLowerCase(Locale.ROOT).contains("gzip")) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            return ResponseEntity.ok().headers(headers).body(tile.gzip());
        }
        return ResponseEntity.ok().headers(headers).body(tile.plain());
    }

    @GetMapping("/api/v1/mapdata/extent")
    Extent extent() {
        return tiles.extent()
                .orElseThrow(() -> Problem.notFound(
                        "no-base-map",
                        "No base map is loaded; `./gridward up` loads the demo city into an empty database."));
    }
}
