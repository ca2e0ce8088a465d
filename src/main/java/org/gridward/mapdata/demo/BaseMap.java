package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Everything that is only there to be looked at: water, green, land use, buildings, streets. */
final class BaseMap {
    private final Townscape city;
    final List<Feature> features = new ArrayList<>();

    BaseMap(Townscape city, Divisions divisions, Streets streets, Buildings buildings) {
        this.city = city;
        water();
        green(buildings);
        buildings.industry.forEach(f -> add(
                "land-use", "industrial", 3, "", "", city.fabric.faces.get(f).metres()));
        for (Divisions.Division d : divisions.towns) {
            place("town", 2, d);
        }
        for (Divisions.Division d : divisions.communities) {
            place("community", 3, d);
        }
        for (Streets.Street s : streets.streets) {
            int rank = s.rank() <= 2 ? s.rank() : s.rank() - 1;
            features.add(new Feature(
                    "street", s.kind(), rank, s.name().zh(), s.name().en(), s.course()));
        }
        for (Buildings.Building b : buildings.all) {
            Geometry g = Plane.toLonLat(b.metres());
            features.add(new Feature("building", b.kind(), b.floors() > 15 ? 1 : 2, "", "", g));
        }
    }

    private void add(String theme, String kind, int rank, String zh, String en, Geometry metres) {
        Geometry g = Plane.toLonLat(metres.copy());
        if (!g.isValid()) {
            g = g.buffer(0);
        }
        if (!g.isEmpty()) {
            features.add(new Feature(theme, kind, rank, zh, en, g));
        }
    }

    /** The name of a division stands where most of its people live. */
    private void place(String kind, int rank, Divisions.Division d) {
        Fabric.Face middle = city.heart(d.faces());
        add("place", kind, rank, d.name().zh(), d.name().en(), middle.inside());
    }

    /** Water without overlaps: what belongs to the sea is cut from the rivers, what belongs to both from the canals. */
    private void water() {
        double w = (Plane.EAST - Plane.WEST) * Plane.METERS_PER_DEGREE_LON;
        double h = (Plane.NORTH - Plane.SOUTH) * Plane.METERS_PER_DEGREE_LAT;
        Coordinate[] frame = {
            new Coordinate(0, 0), new Coordinate(w, 0), new Coordinate(w, h), new Coordinate(0, h), new Coordinate(0, 0)
        };
        Geometry sea =
                Plane.METRES.createPolygon(frame).difference(city.terrain.land).difference(city.terrain.beyond);
        for (int i = 0; i < sea.getNumGeometries(); i++) {
            if (sea.getGeometryN(i) instanceof Polygon p && p.getArea() > 1_000_000) {
                add("water", "sea", 1, "潮宁湾", "Chaoning Bay", p);
            }
        }
        Geometry wet = Plane.METRES.createPolygon();
        List<Terrain.Shape> all = new ArrayList<>(city.terrain.rivers);
        all.addAll(city.terrain.lakes);
        all.addAll(city.terrain.canals);
        for (Terrain.Shape s : all) {
            Geometry own = s.geometry().intersection(city.terrain.mainland).difference(wet);
            add("water", s.kind(), s.kind().equals("canal") ? 3 : 2, s.nameZh(), s.nameEn(), own);
            wet = wet.union(s.geometry());
        }
    }

    /** Hills, parks and fields, none over another. */
    private void green(Buildings buildings) {
        List<Geometry> taken = new ArrayList<>();
        for (Terrain.Shape hill : city.terrain.hills) {
            add(
                    "green",
                    "hill",
                    1,
                    hill.nameZh(),
                    hill.nameEn(),
                    hill.geometry().difference(union(taken)));
            taken.add(hill.geometry());
        }
        for (Terrain.Shape lake : city.terrain.lakes) {
            Geometry shore = lake.geometry().buffer(90, 4).intersection(city.terrain.mainland);
            add("green", "park", 2, "", "", shore.difference(union(taken)));
            taken.add(shore);
        }
        PreparedGeometry above = PreparedGeometryFactory.prepare(union(taken));
        for (int f : buildings.parks) {
            add(
                    "green",
                    "park",
                    2,
                    "",
                    "",
                    cut(city.fabric.faces.get(f).metres().buffer(-6, 2), above));
        }
        for (Fabric.Face f : city.fabric.faces) {
            boolean field = !city.water[f.id()] && city.weight[f.id()] / (f.area() / 10_000) < 3.2;
            if (field && !city.terrain.hill(f.x(), f.y()) && f.id() % 9 < 8) {
                add("land-use", "farmland", 3, "", "", cut(f.metres().buffer(-14, 2), above));
            }
        }
    }

    private static Geometry cut(Geometry shape, PreparedGeometry by) {
        return by.disjoint(shape) ? shape : shape.difference(by.getGeometry());
    }

    private static Geometry union(List<Geometry> parts) {
        return parts.isEmpty() ? Plane.METRES.createPolygon() : UnaryUnionOp.union(parts);
    }
}
