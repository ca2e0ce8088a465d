package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Everything that is only there to be looked at: water, green, land use, buildings, streets. */
final class BaseMap {
    private final Townscape city;
    final List<Feature> features = new ArrayList<>();

    BaseMap(Townscape city, Streets streets, Buildings buildings) {
        this.city = city;
        water();
        green(buildings);
        buildings.industry.forEach(f ->
                add("land-use", "industrial", 3, "", "", city.fabric.faces.get(f).metres()));
        for (Streets.Street s : streets.streets) {
            int rank = s.rank() <= 2 ? s.rank() : s.rank() - 1;
            features.add(new Feature("street", s.kind(), rank, s.name().zh(), s.name().en(), s.course()));
        }
        for (Buildings.Building b : buildings.all) {
            add("building", b.kind(), b.floors() > 15 ? 1 : 2, "", "", b.metres());
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

    private void water() {
        double w = (Plane.EAST - Plane.WEST) * Plane.METERS_PER_DEGREE_LON;
        double h = (Plane.NORTH - Plane.SOUTH) * Plane.METERS_PER_DEGREE_LAT;
        Coordinate[] frame = {
            new Coordinate(0, 0), new Coordinate(w, 0), new Coordinate(w, h), new Coordinate(0, h), new Coordinate(0, 0)
        };
        Geometry sea = Plane.METRES.createPolygon(frame).difference(city.terrain.land).difference(city.terrain.beyond);
        for (int i = 0; i < sea.getNumGeometries(); i++) {
            if (sea.getGeometryN(i) instanceof Polygon p && p.getArea() > 1_000_000) {
                add("water", "sea", 1, "潮宁湾", "Chaoning Bay", p);
            }
        }
        city.terrain.rivers.forEach(r -> add(
                "water", "river", 2, r.nameZh(), r.nameEn(), r.geometry().intersection(city.terrain.mainland)));
        city.terrain.canals.forEach(c -> add("water", "canal", 3, c.nameZh(), c.nameEn(), c.geometry()));
        city.terrain.lakes.forEach(l -> add("water", "lake", 2, l.nameZh(), l.nameEn(), l.geometry()));
    }

    private void green(Buildings buildings) {
        city.terrain.hills.forEach(h -> add("green", "hill", 1, h.nameZh(), h.nameEn(), h.geometry()));
        for (Terrain.Shape lake : city.terrain.lakes) {
            add("green", "park", 2, "", "", lake.geometry().buffer(90, 4).intersection(city.terrain.mainland));
        }
        for (int f : buildings.parks) {
            add("green", "park", 2, "", "", city.fabric.faces.get(f).metres().buffer(-6, 2));
        }
        Geometry hills = UnaryUnionOp.union(
                city.terrain.hills.stream().map(Terrain.Shape::geometry).toList());
        for (Fabric.Face f : city.fabric.faces) {
            boolean field = !city.water[f.id()] && city.weight[f.id()] / (f.area() / 10_000) < 3.2;
            if (field && !city.terrain.hill(f.x(), f.y()) && f.id() % 9 < 8) {
                add("green", "farmland", 3, "", "", f.metres().buffer(-14, 2).difference(hills));
            }
        }
    }
}
