package org.gridward.mapdata.web;

import java.util.List;
import org.gridward.mapdata.BaseTiles;
import org.gridward.mapdata.Extent;
import org.gridward.platform.BaseMapSource;
import org.gridward.platform.BaseMapSources;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.TileAddress;
import org.gridward.platform.TileAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The base map over HTTP: packed vector tiles with entity tags, and what they cover. */
@RestController
class TileController {

    private static final String CACHE = "public, max-age=60, must-revalidate";

    private final BaseTiles tiles;
    private final BaseMapSources sources;

    TileController(BaseTiles tiles, BaseMapSources sources) {
        this.tiles = tiles;
        this.sources = sources;
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
        return TileAnswer.of(tiles.tile(new TileAddress(z, x, y)), CACHE, known, accepts);
    }

    /** The base maps of other servers that this installation names. */
    @GetMapping("/api/v1/mapdata/sources")
    List<BaseMapSource> sources() {
        return sources.all();
    }

    @GetMapping("/api/v1/mapdata/extent")
    Extent extent() {
        return tiles.extent()
                .orElseThrow(() -> Problem.notFound(
                        "no-base-map",
                        "No base map is loaded; `./gridward up` loads the demo city into an empty database."));
    }
}
