package org.gridward.mapdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Thirty days of patrols: two shifts a day for each unit, a walk on the streets around its own grid that prefers streets
 * not walked yet. One fix every 15 to 20 seconds, two or three metres off as a phone's are.
 */
final class PatrolWalks {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int DAYS = 30;
    static final int UNITS = 26;
    private static final int SHIFT_SECONDS = 66 * 60;

    /** A unit and the grid it looks after; {@code bike} units ride at about 4 m/s, the others walk at about 1.2 m/s. */
    record Unit(String code, String nameZh, String nameEn, String gridCode, boolean bike, double x, double y) {}

    /** One fix in degrees. */
    record Step(String unit, Instant t, double lon, double lat, double accuracyMeters, double speedMetersPerSecond) {}

    private final Seeds seeds;
    private final StreetGraph graph;
    private final List<Unit> units;
    private final Instant end;
    private final Map<String, Integer> homes = new HashMap<>();

    PatrolWalks(DemoCity city, Instant end) {
        this.seeds = new Seeds(city.seed());
        this.graph = new StreetGraph(city.townscape().fabric);
        this.units = city.units();
        this.end = end;
    }

    /** Units for every thirteenth grid; villages and every third unit ride. */
    static List<Unit> units(Townscape city, Divisions divisions) {
        List<Unit> out = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            Divisions.Division g = divisions.grids.get(i * divisions.grids.size() / UNITS + 3);
            Fabric.Face f = city.heart(g.faces());
            String number = String.format("%03d", i + 1);
            out.add(new Unit(
                    "PU" + number,
                    "巡查组 " + number,
                    "Patrol unit " + number,
                    g.code(),
                    g.village() || i % 3 == 2,
                    f.x(),
                    f.y()));
        }
        return List.copyOf(out);
    }

    /** All fixes up to the end, unit after unit, day after day; made shift by shift while they are read. */
    Iterator<Step> all() {
        return units.stream()
                .flatMap(u -> IntStream.rangeClosed(0, DAYS)
                        .boxed()
                        .flatMap(d -> IntStream.range(0, 2).boxed().flatMap(s -> shift(u, DAYS - d, s).stream())))
                .iterator();
    }

    /** The fixes of one unit on the day so many days before the end. */
    List<Step> day(Unit unit, int daysBefore) {
        List<Step> out = new ArrayList<>(shift(unit, daysBefore, 0));
        out.addAll(shift(unit, daysBefore, 1));
        return out;
    }

    private List<Step> shift(Unit u, int daysBefore, int shift) {
        SplittableRandom r = seeds.of("walk " + u.code() + " " + daysBefore + " " + shift);
        if (r.nextInt(13) == 0) {
            return List.of();
        }
        LocalDate day = end.atZone(ZONE).toLocalDate().minusDays(daysBefore);
        LocalTime from = shift == 0 ? LocalTime.of(8, 40) : u.bike() ? LocalTime.of(19, 0) : LocalTime.of(14, 50);
        Instant start = day.atTime(from).atZone(ZONE).toInstant().plusSeconds(r.nextInt(900));
        Instant first = end.minusSeconds(DAYS * 86_400L);
        return walk(u, start, r).stream()
                .filter(s -> s.t().isBefore(end) && !s.t().isBefore(first))
                .toList();
    }

    private List<Step> walk(Unit u, Instant start, SplittableRandom r) {
        if (start.isAfter(end)) {
            return Collections.emptyList();
        }
        List<Step> out = new ArrayList<>();
        Map<Integer, Integer> walked = new HashMap<>();
        int node = homes.computeIfAbsent(u.code(), k -> graph.nearest(u.x(), u.y()));
        StreetGraph.Way way = next(u, node, -1, walked, r);
        double along = 0;
        double pace = u.bike() ? 4.0 : 1.2;
        for (int t = 0; t < SHIFT_SECONDS; ) {
            Coordinate c = way.line().extractPoint(along);
            double speed = Math.max(0.2, pace * (1 + 0.18 * Seeds.bell(r)));
            out.add(new Step(
                    u.code(),
                    start.plusSeconds(t),
                    Plane.lon(c.x + 2.2 * Seeds.bell(r)),
                    Plane.lat(c.y + 2.2 * Seeds.bell(r)),
                    Math.round((3 + 6 * r.nextDouble()) * 10) / 10.0,
                    Math.round(speed * 100) / 100.0));
            int step = 15 + r.nextInt(6);
            t += step;
            along += r.nextInt(40) == 0 ? 0 : speed * step;
            while (along > way.length()) {
                along -= way.length();
                walked.merge(way.id(), 1, Integer::sum);
                way = next(u, way.to(), way.id(), walked, r);
            }
        }
        return out;
    }

    private StreetGraph.Way next(Unit u, int node, int cameBy, Map<Integer, Integer> walked, SplittableRandom r) {
        List<StreetGraph.Way> ways = graph.ways.get(node);
        double range = u.bike() ? 2_200 : 900;
        StreetGraph.Way best = ways.get(0);
        double least = Double.MAX_VALUE;
        Coordinate here = graph.nodes.get(node);
        double away = StrictMath.hypot(here.x - u.x(), here.y - u.y());
        for (StreetGraph.Way w : ways) {
            Coordinate there = graph.nodes.get(w.to());
            double then = StrictMath.hypot(there.x - u.x(), there.y - u.y());
            double dead = graph.ways.get(w.to()).size() < 2 ? 2 : 0;
            double homeward = away > range && then > away ? 4 : 0;
            double cost = r.nextDouble() * 1.5
                    + 1.2 * walked.getOrDefault(w.id(), 0)
                    + (w.id() == cameBy ? 6 : 0)
                    + dead
                    + homeward;
            if (cost < least) {
                least = cost;
                best = w;
            }
        }
        return best;
    }
}
