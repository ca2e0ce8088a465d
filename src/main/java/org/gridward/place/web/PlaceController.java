package org.gridward.place.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gridward.place.HeldBy;
import org.gridward.place.NewPlace;
import org.gridward.place.Place;
import org.gridward.place.PlaceKind;
import org.gridward.place.PlacePage;
import org.gridward.place.Places;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.VersionTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Places over HTTP; each answer carries the grids that hold the place. */
@RestController
@RequestMapping("/api/v1")
class PlaceController {

    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");

    private final Places places;
    private final Idempotency idempotency;

    PlaceController(Places places, Idempotency idempotency) {
        this.places = places;
        this.idempotency = idempotency;
    }

    @GetMapping("/place-kinds")
    List<PlaceKind> kinds() {
        return places.kinds();
    }

    /** A page of places: plain items, or a FeatureCollection for a caller that accepts GeoJSON. */
    @GetMapping("/places")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String bbox,
            @RequestParam(required = false) String grid,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept) {
        PlaceQuery query = new PlaceQuery(kind, bbox, grid, q, limit, cursor, at, knownAt);
        if (accept == null || !accept.contains(GEO_JSON.toString())) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(page(query, "items", PlaceJson::item));
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.putAll(page(query, "features", PlaceJson::feature));
        return ResponseEntity.ok().contentType(GEO_JSON).body(collection);
    }

    @GetMapping("/places/{code}")
    ResponseEntity<Map<String, Object>> get(
            @PathVariable String code,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Place place = places.get(code);
        List<HeldBy> grids = places.heldBy(
                        List.of(place), Instants.parseOrNull(at, "/at"), Instants.parseOrNull(knownAt, "/knownAt"))
                .get(0);
        return ResponseEntity.ok().eTag(tag(place)).body(PlaceJson.item(place, grids));
    }

    @PostMapping("/places")
    ResponseEntity<?> create(
            @RequestBody PlaceBody sent,
            @RequestParam(required = false) String kind,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            HttpServletRequest request) {
        PlaceBody body = sent.orKind(kind);
        return idempotency.once(key, actor(request), List.of("POST /places", body), () -> {
            Place place = places.create(body.toPlace(null, "place/" + actor(request)));
            URI location = URI.create("/api/v1/places/" + encoded(place.code()));
            return ResponseEntity.created(location).eTag(tag(place)).body(PlaceJson.item(place, holding(place)));
        });
    }

    @PutMapping("/places/{code}")
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String code,
            @RequestBody PlaceBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            HttpServletRequest request) {
        NewPlace wanted = body.toPlace(code, "place/" + actor(request));
        Place place = places.change(wanted, VersionTag.read(ifMatch, "place", "stale-place"));
        return ResponseEntity.ok().eTag(tag(place)).body(PlaceJson.item(place, holding(place)));
    }

    private Map<String, Object> page(PlaceQuery query, String member, BiFunction<Place, List<HeldBy>, Object> form) {
        PlacePage page = places.list(query.filter(), query.after(), query.rows());
        Map<String, Object> answer = new LinkedHashMap<>();
        List<List<HeldBy>> grids = places.heldBy(page.places(), query.time(), query.knownTime());
        List<Object> rows = new ArrayList<>(grids.size());
        for (int i = 0; i < grids.size(); i++) {
            rows.add(form.apply(page.places().get(i), grids.get(i)));
        }
        answer.put(member, rows);
        answer.put("next", page.next().map(query::next).orElse(null));
        return answer;
    }

    private List<HeldBy> holding(Place place) {
        return places.heldBy(List.of(place)).get(0);
    }

    private static String tag(Place place) {
        return VersionTag.of(place.version());
    }

    private static String actor(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "anonymous" : principal.getName();
    }

    private static String encoded(String code) {
        return UriUtils.encodePathSegment(code, StandardCharsets.UTF_8);
    }
}
