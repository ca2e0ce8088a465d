package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The community built to published figures under an invented name: 3 micro-grids, 29 building groups, 160 stairwells,
 * 2,102 households, 70 shops. The lots of its stairwells tile each building, the groups are unions of whole buildings.
 */
final class Showcase {
    /** Three micro-grids of together 2,102 households: the real figure stands, though each is above 500. */
    static final int[] HOUSEHOLDS = {701, 698, 703};

    static final int[] GROUPS = {10, 9, 10};
    static final int[] STAIRWELLS = {54, 52, 54};
    static final int SHOPS = 70;
    private static final double UNIT_METERS = 14;

    final List<GridDrawing> groups = new ArrayList<>();
    final List<GridDrawing> stairwells = new ArrayList<>();
    final List<Buildings.Building> buildings = new ArrayList<>();

    /** The faces that the ordinary builder must leave alone. */
    static TreeSet<Integer> faces(Divisions divisions) {
        TreeSet<Integer> out = new TreeSet<>();
        divisions.microGrids.stream()
                .filter(m -> m.code().startsWith(divisions.showcase))
                .forEach(m -> out.addAll(m.faces()));
        return out;
    }

    Showcase(Townscape city, Divisions divisions, Buildings builder) {
        List<Divisions.Division> own = divisions.microGrids.stream()
                .filter(m -> m.code().startsWith(divisions.showcase))
                .toList();
        String estate = own.get(0).name().zh().split("社区")[0];
        String estateEn = own.get(0).name().en().split(" Community")[0];
        int number = 0;
        for (int m = 0; m < own.size(); m++) {
            List<Buildings.Building> slots = new ArrayList<>();
            for (int f : own.get(m).faces()) {
                if (!city.water[f]) {
                    slots.addAll(builder.rows(city.fabric.faces.get(f), 4 * UNIT_METERS, 12, 9, 16, 8));
                }
            }
            int need = 2 * GROUPS[m];
            if (slots.size() < need) {
                throw new IllegalStateException("the showcase estate has room for " + slots.size() + " buildings only");
            }
            number = estate(own.get(m), thinned(slots, need), m, number, estate, estateEn);
        }
    }

    /** So many of the slots, evenly spread. */
    private static List<Buildings.Building> thinned(List<Buildings.Building> slots, int need) {
        List<Buildings.Building> out = new ArrayList<>();
        for (int i = 0; i < need; i++) {
            out.add(slots.get(i * slots.size() / need));
        }
        return out;
    }

    private int estate(
            Divisions.Division micro, List<Buildings.Building> slots, int m, int first, String zh, String en) {
        int number = first;
        int left = HOUSEHOLDS[m];
        for (int g = 0; g < GROUPS[m]; g++) {
            int fromSlot = g * slots.size() / GROUPS[m];
            int toSlot = (g + 1) * slots.size() / GROUPS[m];
            int fromUnit = g * STAIRWELLS[m] / GROUPS[m];
            int units = (g + 1) * STAIRWELLS[m] / GROUPS[m] - fromUnit;
            String code = micro.code() + String.format("%02d", g + 1);
            List<GridDrawing> own = new ArrayList<>();
            for (int s = fromSlot; s < toSlot; s++) {
                int k = units * (s - fromSlot + 1) / (toSlot - fromSlot) - units * (s - fromSlot) / (toSlot - fromSlot);
                Coordinate[][] cuts = cuts(slots.get(s), k);
                for (int u = 0; u < k; u++) {
                    number++;
                    int households = left / (STAIRWELLS[m] - fromUnit - own.size());
                    left -= households;
                    own.add(stairwell(code, number, households, cuts, u, zh, en));
                }
                buildings.add(whole(slots.get(s), k));
            }
            stairwells.addAll(own);
            groups.add(group(micro, code, own, g, zh, en));
        }
        return number;
    }

    private static Buildings.Building whole(Buildings.Building b, int units) {
        return new Buildings.Building(b.face(), "residential", 6, b.x(), b.y(), b.angle(), units * UNIT_METERS - 1, 11);
    }

    /** The corners between the stairwells of one building, front and back, rounded once so that neighbours share them. */
    private static Coordinate[][] cuts(Buildings.Building b, int units) {
        Coordinate[][] out = new Coordinate[units + 1][2];
        double c = StrictMath.cos(b.angle());
        double s = StrictMath.sin(b.angle());
        for (int i = 0; i <= units; i++) {
            double u = (i - units / 2.0) * UNIT_METERS;
            for (int side = 0; side < 2; side++) {
                double v = side == 0 ? -6 : 6;
                out[i][side] = Plane.toLonLat(new Coordinate(b.x() + u * c - v * s, b.y() + u * s + v * c));
            }
        }
        return out;
    }

    private static GridDrawing stairwell(
            String group, int number, int households, Coordinate[][] cuts, int u, String zh, String en) {
        Polygon p = Plane.LONLAT.createPolygon(
                new Coordinate[] {cuts[u][0], cuts[u + 1][0], cuts[u + 1][1], cuts[u][1], cuts[u][0]});
        return new GridDrawing(
                group + String.format("%03d", number),
                zh + number + "号楼道",
                en + " Stairwell " + number,
                group,
                households,
                multi(p),
                Map.of("building", number));
    }

    private static GridDrawing group(
            Divisions.Division micro, String code, List<GridDrawing> own, int g, String zh, String en) {
        var union = org.locationtech.jts.coverage.CoverageUnion.union(
                own.stream().map(w -> w.shape().getGeometryN(0)).toArray(org.locationtech.jts.geom.Geometry[]::new));
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("stairwells", own.size());
        return new GridDrawing(
                code,
                zh + micro.name().zh().substring(micro.name().zh().length() - 3) + "-" + (g + 1) + "楼组",
                en + " Building Group " + micro.code().substring(12) + "-" + (g + 1),
                micro.code(),
                own.stream().mapToInt(GridDrawing::households).sum(),
                multi(union),
                attributes);
    }

    static MultiPolygon multi(org.locationtech.jts.geom.Geometry g) {
        return g instanceof MultiPolygon m ? m : Plane.LONLAT.createMultiPolygon(new Polygon[] {(Polygon) g});
    }
}
