package org.gridward.wall.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.access.Role;
import org.gridward.access.WallToken;
import org.gridward.access.WallTokens;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.gridward.wall.WallDesk;
import org.gridward.wall.WallView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wall over HTTP, for a screen with a link and for whoever is signed in. */
@RestController
@RequestMapping("/api/v1/public/wall")
class WallController {

    /** Who looks, and what the screen is called. */
    private record Looker(Actor actor, String name) {}

    private final WallDesk desk;
    private final WallTokens tokens;
    private final CurrentUser user;
    private final GridMap grids;
    private final Clock clock;

    WallController(WallDesk desk, WallTokens tokens, CurrentUser user, GridMap grids, Clock clock) {
        this.desk = desk;
        this.tokens = tokens;
        this.user = user;
        this.grids = grids;
        this.clock = clock;
    }

    /** How the districts (grids of {@code layer}) stand; with the worst cases and the marks of one of them. */
    @GetMapping
    WallView view(
            @RequestHeader(name = "X-Wall-Token", required = false) String secret,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String district) {
        Looker looker = looker(secret);
        return desk.view(looker.actor(), looker.name(), desk.layer(layer), district);
    }

    /** The outlines of the districts, as GeoJSON. */
    @GetMapping("/shapes")
    Map<String, Object> shapes(
            @RequestHeader(name = "X-Wall-Token", required = false) String secret,
            @RequestParam(required = false) String layer) {
        Actor actor = looker(secret).actor();
        LayerMap map = grids.mapOrEmpty(desk.layer(layer), clock.instant());
        List<Map<String, Object>> features = desk.codes(actor, map).stream()
                .map(code -> Map.<String, Object>of(
                        "type",
                        "Feature",
                        "geometry",
                        GeoJson.toMap(map.shape(code)),
                        "properties",
                        Map.of("gridCode", code)))
                .toList();
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private Looker looker(String secret) {
        if (secret != null) {
            WallToken token = tokens.find(secret)
                    .orElseThrow(
                            () -> Problem.unauthenticated(
                                    "wall-link",
                                    "This link of a wall is not known, has ended or was revoked; ask the dispatchers for a new one."));
            return new Looker(token.reader(), token.name());
        }
        Actor actor = user.get();
        if (actor.has(Role.RESIDENT)) {
            throw Problem.unauthenticated(
                    "wall-link", "A wall needs its link, in the header X-Wall-Token; ask the dispatchers for one.");
        }
        return new Looker(actor, "");
    }
}
