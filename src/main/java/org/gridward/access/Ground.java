package org.gridward.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;

/** The ground that a user answers for, as it is drawn now: cuts lists to it and refuses changes elsewhere. */
@Component
public class Ground {

    private final GridMap grids;
    private final Clock clock;

    Ground(GridMap grids, Clock clock) {
        this.grids = grids;
        this.clock = clock;
    }

    /** The ground as WKB, lon/lat, for a statement that cuts by it; null: everywhere; empty where nobody has drawn it. */
    public byte[] of(Actor actor) {
        if (actor.jurisdiction().equals(Actor.WHOLE_CITY)) {
            return null;
        }
        List<LayerMap> maps = grids.maps(clock.instant(), null);
        Geometry drawn = maps.stream()
                .flatMap(map -> Stream.ofNullable(map.shape(actor.jurisdiction())))
                .findFirst()
                .or(() -> maps.stream()
                        .map(map -> inDivision(map, actor))
                        .filter(shapes -> !shapes.isEmpty())
                        .findFirst()
                        .map(UnaryUnionOp::union))
                .orElseGet(GeoJson.FACTORY::createPolygon);
        return new WKBWriter().write(drawn);
    }

    /** The codes that the user answers for: the jurisdiction and all grids below it. */
    public String[] codes(Actor actor) {
        return grids.below(actor.jurisdiction()).toArray(String[]::new);
    }

    /** Whether a point lies on the ground of a user. */
    public boolean holds(Actor actor, double lon, double lat) {
        return actor.jurisdiction().equals(Actor.WHOLE_CITY)
                || actor.mayActInAny(grids.locate(lon, lat, clock.instant(), null).stream()
                        .map(Match::gridCode)
                        .toList());
    }

    /** Whether the user answers for a grid: it is the jurisdiction, or lies below it. */
    public boolean holds(Actor actor, String gridCode) {
        return actor.mayActIn(gridCode) || grids.below(actor.jurisdiction()).contains(gridCode);
    }

    /** @throws Problem 403 {@code outside-own-jurisdiction} unless {@code inside} */
    public static void require(boolean inside, Actor actor, String thing) {
        if (!inside) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    thing + " lies outside the jurisdiction " + actor.jurisdiction() + " of '" + actor.name() + "'.");
        }
    }

    private static Collection<Geometry> inDivision(LayerMap map, Actor actor) {
        return map.codes().stream().filter(actor::mayActIn).map(map::shape).toList();
    }
}
