package org.gridward.place.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridward.place.PlaceKind;
import org.gridward.place.PlaceTiles;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
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

/** Places of some kinds as vector tiles. */
@RestController
class PlaceTileController {

    private static final String CACHE = "private, no-cache";

    private final Places places;
    private final PlaceTiles tiles;

    PlaceTileController(Places places, PlaceTiles tiles) {
        this.places = places;
        this.tiles = tiles;
    }

    @GetMapping("/api/v1/tiles/places/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam String kind,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String known,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
        Instant until = Stream.of(Instants.parseOrNull(at, "/at"), Instants.parseOrNull(knownAt, "/knownAt"))
                .filter(time -> time != null)
                .min(Instant::compareTo)
                .orElse(null);
        return TileAnswer.of(tiles.tile(kinds(kind), until, new TileAddress(z, x, y)), CACHE, known, accepts);
    }

    private Set<String> kinds(String text) {
        Set<String> wanted = new TreeSet<>(List.of(text.split(",")));
        Set<String> known = new TreeSet<>();
        for (PlaceKind kind : places.kinds()) {
            known.add(kind.code());
        }
        for (String kind : wanted) {
            if (!known.contains(kind)) {
                throw Problem.unreadable(
                                "place-kind", "There is no kind of place '" + kind + "'; the kinds are " + known + ".")
                        .with("/kind", Fault.CHOICE, "one or more kinds with commas between");
            }
        }
        return wanted;
    }
}
