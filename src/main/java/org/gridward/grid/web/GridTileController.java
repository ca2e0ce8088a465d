package org.gridward.grid.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gridward.grid.GridMap;
import org.gridward.grid.GridTiles;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Instants;
import org.gridward.platform.PackedTile;
import org.gridward.platform.TileAddress;
import org.gridward.platform.TileAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The grids of a layer at a time as vector tiles; the tileset of a layer is named {@code grids-} and its code. */
@RestController
class GridTileController {

    /** Kept by the browser, but asked for again each time: another edition shows at once. */
    private static final String CACHE = "private, no-cache";

    private static final PackedTile EMPTY = PackedTile.of(new byte[0]);

    private final GridMap map;
    private final GridTiles tiles;
    private final Clock clock;

    GridTileController(GridMap map, GridTiles tiles, Clock clock) {
        this.map = map;
        this.tiles = tiles;
        this.clock = clock;
    }

    @GetMapping("/api/v1/tiles/grids-{layer}/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable String layer,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String known,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
        map.layer(layer);
        TileAddress address = new TileAddress(z, x, y);
        Instant when = Optional.ofNullable(Instants.parseOrNull(at, "/at")).orElseGet(clock::instant);
        Optional<LayerMap> found = map.find(layer, when, Instants.parseOrNull(knownAt, "/knownAt"));
        PackedTile tile =
                found.map(present -> tiles.tile(present.edition(), address)).orElse(EMPTY);
        return TileAnswer.of(tile, CACHE, known, accepts);
    }
}
