package org.gridward.grid.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gridward.grid.GridFeatures;
import org.gridward.grid.GridFeatures.Feature;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Bbox;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The grids of a layer at a time, as GeoJSON. */
@RestController
class GridController {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final GridMap map;
    private final GridFeatures grids;
    private final Clock clock;

    GridController(GridMap map, GridFeatures grids, Clock clock) {
        this.map = map;
        this.grids = grids;
        this.clock = clock;
    }

    /**
     * Up to {@code limit} grids (all of a usual layer) by code, or the one of a {@code code}; without shapes for {@code shapes=false};
     * {@code next} links to the rest.
     */
    @GetMapping("/api/v1/layers/{layer}/grids")
    ResponseEntity<byte[]> list(
            @PathVariable String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) String bbox,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit,
            @RequestParam(defaultValue = "15") int digits,
            @RequestParam(defaultValue = "true") boolean shapes,
            WebRequest request) {
        map.layer(layer);
        Instant when = Optional.ofNullable(Instants.parseOrNull(at, "/at")).orElseGet(clock::instant);
        Optional<LayerMap> found = map.find(layer, when, Instants.parseOrNull(knownAt, "/knownAt"));
        GridFeatures.Wanted wanted = new GridFeatures.Wanted(Bbox.parse(bbox), cursor, code);
        int page = limit == null ? Limits.MAX : Limits.require(limit);
        String tag = "\"" + found.map(present -> present.edition().toString()).orElse("none") + "-"
                + Integer.toHexString(Objects.hash(wanted, page, digits, shapes)) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        List<Feature> features = found.map(present -> shapes
                        ? grids.list(present.edition(), wanted, page, digits)
                        : grids.listWithoutShapes(present.edition(), wanted, page))
                .orElse(List.of());
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .body(collection(layer, found, features, page).getBytes(StandardCharsets.UTF_8));
    }

    private static String collection(String layer, Optional<LayerMap> map, List<Feature> features, int limit) {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"layer\":\"").append(layer);
        text.append("\",\"edition\":");
        text.append(map.map(found -> '"' + found.edition().toString() + '"').orElse("null"));
        if (features.size() == limit) {
            String last = features.get(features.size() - 1).code();
            text.append(",\"next\":\"");
            text.append(ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", last)
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .encode()
                    .toUriString());
            text.append('"');
        }
        text.append(",\"features\":[");
        for (int i = 0; i < features.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(features.get(i).feature());
        }
        return text.append("]}").toString();
    }
}
