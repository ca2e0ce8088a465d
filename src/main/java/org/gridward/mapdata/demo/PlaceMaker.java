package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Stands the things of the city in their places: lamp posts, notice boards, shops, chargers, parking, stations, boats. */
final class PlaceMaker {
    private static final String TOKEN_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    static final int VESSELS = 121;
    static final int DEMO_VESSELS = 8;

    final List<PlaceDrawing> places = new ArrayList<>();
    private final Townscape city;
    private final Divisions divisions;
    private final Index index;
    private final SplittableRandom chance;
    private final Set<Integer> showFaces;
    private final Set<Integer> showBlock;

    PlaceMaker(
            Townscape city,
            Divisions divisions,
            Streets streets,
            FreeLayers free,
            Showcase showcase,
            Index index,
            SplittableRandom chance) {
        this.city = city;
        this.divisions = divisions;
        this.index = index;
        this.chance = chance;
        this.showFaces = Showcase.faces(divisions);
        this.showBlock = free.showBlock;
        lampPosts(streets);
        places.addAll(new ShopMaker(city, streets, free, index, showFaces, chance).shops);
        blockFacilities(free, streets);
        boards(showcase);
        facilities();
        vessels(free);
    }

    private void add(String code, String kind, String zh, String en, Coordinate metres, Object... attributes) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            map.put((String) attributes[i], attributes[i + 1]);
        }
        places.add(new PlaceDrawing(code, kind, zh, en, Plane.lon(metres.x), Plane.lat(metres.y), map));
    }

    private double density(Frontage f) {
        Coordinate c = f.at(f.length / 2, 0);
        return city.terrain.density(c.x, c.y);
    }

    /** Every 45 metres on alternate sides of named main, secondary and busier residential streets. */
    private void lampPosts(Streets streets) {
        for (Streets.Street s : streets.streets) {
            int n = 0;
            double offset = s.rank() == 2 ? 14 : s.rank() == 4 ? 9 : 6;
            for (Fabric.Edge e : s.edges()) {
                Frontage f = new Frontage(e);
                boolean lit = s.rank() == 2 || s.rank() == 4 && density(f) > 6 || s.rank() == 5 && density(f) > 55;
                for (double d = 22; lit && d < f.length; d += 48) {
                    n++;
                    String number = s.name().zh() + String.format("%04d", n);
                    add(
                            String.format("LP%04d-%04d", s.number(), n),
                            "lamp-post",
                            "灯杆号 " + number,
                            "Lamp post " + s.name().en() + String.format(" %04d", n),
                            f.at(d, n % 2 == 0 ? offset : -offset),
                            "lampPost",
                            number,
                            "street",
                            s.name().zh());
                }
            }
        }
    }

    /** 92 piles for e-bikes and three parking lots in the showcase block. */
    private void blockFacilities(FreeLayers free, Streets streets) {
        List<Frontage> fronts = new ArrayList<>();
        for (Streets.Street s : streets.streets) {
            for (Fabric.Edge e : s.edges()) {
                Frontage f = new Frontage(e);
                int a = index.face(f.at(f.length / 2, 5));
                int b = index.face(f.at(f.length / 2, -5));
                if (e.rank() >= 4 && f.length > 60 && showBlock.contains(a) && showBlock.contains(b)) {
                    fronts.add(f);
                }
            }
        }
        for (int i = 0; i < 92; i++) {
            Frontage f = fronts.get(i % fronts.size());
            add(
                    String.format("CP%03d", i + 1),
                    "charging-pile",
                    String.format("听潮充电桩%03d", i + 1),
                    String.format("Tingchao charging pile %03d", i + 1),
                    f.at(12 + i / fronts.size() * 9.0 % (f.length - 24), 6),
                    "ports",
                    10,
                    "for",
                    "e-bike");
        }
        for (int i = 0; i < 3; i++) {
            Frontage f = fronts.get((i + 1) * fronts.size() / 4);
            add(
                    String.format("PK-B3-%d", i + 1),
                    "parking-lot",
                    "听潮第三街区停车场" + (i + 1),
                    "Tingchao Block 3 Parking Lot " + (i + 1),
                    f.at(f.length / 2, 24),
                    "bays",
                    60 + 30 * i);
        }
    }

    private void boards(Showcase showcase) {
        for (Divisions.Division m : divisions.microGrids) {
            Fabric.Face f = city.heart(m.faces());
            add(
                    "NB" + m.code(),
                    "notice-board",
                    m.name().zh() + "公示牌",
                    m.name().en() + " notice board",
                    f.inside().getCoordinate(),
                    "token",
                    token(),
                    "gridCode",
                    m.code());
        }
        for (GridDrawing s : showcase.stairwells) {
            Coordinate c = Plane.toMetres(s.shape().copy()).getCentroid().getCoordinate();
            String estate = s.nameZh().replaceAll("\\d+号楼道", "");
            String building = String.valueOf(s.attributes().get("building"));
            add(
                    "NB" + s.code(),
                    "notice-board",
                    s.nameZh() + "公示牌",
                    s.nameEn() + " notice board",
                    c,
                    "token",
                    token(),
                    "estate",
                    estate,
                    "building",
                    building,
                    "feeder",
                    estate + (Integer.parseInt(building) <= 80 ? "1" : "2") + "号线",
                    "gridCode",
                    s.code());
        }
    }

    private String token() {
        StringBuilder t = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            t.append(TOKEN_LETTERS.charAt(chance.nextInt(TOKEN_LETTERS.length())));
        }
        return t.toString();
    }

    /** For each community a service station, chargers and a parking lot; for each grid a service point. */
    private void facilities() {
        for (Divisions.Division c : divisions.communities) {
            Coordinate heart = city.heart(c.faces()).inside().getCoordinate();
            add(
                    "SS" + c.code(),
                    "service-station",
                    c.name().zh() + "服务站",
                    c.name().en() + " service station",
                    heart);
            TreeSet<Integer> faces = new TreeSet<>(c.faces());
            faces.removeIf(f -> city.water[f] || showBlock.contains(f) || city.weight[f] < 1);
            List<Integer> order = new ArrayList<>(faces);
            for (int i = 0; i < Math.min(6, order.size()); i++) {
                Fabric.Face f = city.fabric.faces.get(order.get(chance.nextInt(order.size())));
                String number = String.format("%s-%d", c.code(), i + 1);
                if (i < 4) {
                    int ports = 10 + 10 * chance.nextInt(4);
                    add(
                            "CS" + number,
                            "charging-station",
                            c.name().zh() + "充电站" + (i + 1),
                            c.name().en() + " charging station " + (i + 1),
                            beside(f),
                            "ports",
                            ports,
                            "for",
                            "e-bike");
                } else {
                    add(
                            "PK" + number,
                            "parking-lot",
                            c.name().zh() + "停车场" + (i - 3),
                            c.name().en() + " parking lot " + (i - 3),
                            beside(f),
                            "bays",
                            40 + chance.nextInt(160));
                }
            }
        }
        for (Divisions.Division g : divisions.grids) {
            add(
                    "SP" + g.code(),
                    "service-point",
                    g.name().zh() + "服务点",
                    g.name().en() + " service point",
                    beside(city.heart(g.faces())));
        }
    }

    private Coordinate beside(Fabric.Face f) {
        Coordinate at = new Coordinate(f.x() + chance.nextInt(13) - 6, f.y() + chance.nextInt(13) - 6);
        return index.face(at) == f.id() ? at : f.inside().getCoordinate();
    }

    private void vessels(FreeLayers free) {
        List<PreparedGeometry> grids = new ArrayList<>();
        List<Geometry> shapes = new ArrayList<>();
        for (GridDrawing g : free.seaGrids) {
            Geometry m = Plane.toMetres(g.shape().copy()).buffer(-120);
            shapes.add(m);
            grids.add(PreparedGeometryFactory.prepare(m));
        }
        for (int i = 0; i < VESSELS; i++) {
            int g = i % grids.size();
            var box = shapes.get(g).getEnvelopeInternal();
            Coordinate at = null;
            while (at == null || !grids.get(g).contains(Plane.METRES.createPoint(at))) {
                at = new Coordinate(
                        box.getMinX() + chance.nextDouble() * box.getWidth(),
                        box.getMinY() + chance.nextDouble() * box.getHeight());
            }
            boolean cargo = i % 4 == 3;
            add(
                    String.format("VE%03d", i + 1),
                    "vessel",
                    String.format("潮宁%s%03d", cargo ? "货" : "渔", i + 1),
                    String.format("Chaoning %s %03d", cargo ? "Cargo" : "Fishing", i + 1),
                    at,
                    "fleet",
                    g + 1,
                    "type",
                    cargo ? "cargo" : "fishing",
                    "demonstration",
                    i < DEMO_VESSELS,
                    "seaGrid",
                    free.seaGrids.get(g).code());
        }
    }
}
