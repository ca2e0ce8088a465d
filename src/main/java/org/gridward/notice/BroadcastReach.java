package org.gridward.notice;

import org.gridward.access.Actor;
import org.gridward.grid.GridMap;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sees to it that nobody speaks to, or takes back what was said to, households for which somebody else answers. */
@Component
class BroadcastReach {

    /** So much of an area may lie outside: who draws along a border by hand is never exact. */
    private static final double STRAY = 0.05;

    private static final int VERTICES_MOST = 1_000_000;

    private final GridMap grids;
    private final JsonMapper json;

    BroadcastReach(GridMap grids, JsonMapper json) {
        this.grids = grids;
        this.json = json;
    }

    /** @throws Problem 403 {@code outside-own-jurisdiction} where more than a stray part of the area lies elsewhere */
    void require(Broadcast broadcast, Actor actor) {
        if (actor.jurisdiction().equals(Actor.WHOLE_CITY)) {
            return;
        }
        Geometry area = GeoJson.read(json.readTree(broadcast.area()), "/area", VERTICES_MOST);
        double stray = grids.outside(area, actor.jurisdiction());
        if (stray > STRAY) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The area of the broadcast lies to " + Math.round(stray * 100) + " % outside the jurisdiction "
                            + actor.jurisdiction() + " of '" + actor.name() + "'; who answers there sends it.");
        }
    }
}
