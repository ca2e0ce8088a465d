package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The whole invented city as plain records: what it looks like, how it is divided, what stands in it, who looks after it.
 * The same seed gives the same city on every machine. Incidents and tracks come from {@link IncidentHistory} and
 * {@link PatrolWalks}, because they are told up to an instant.
 */
record DemoCity(
        long seed,
        List<Feature> features,
        List<LayerDrawing> layers,
        List<PlaceDrawing> places,
        List<TeamDrawing> teams,
        List<PatrolWalks.Unit> units,
        Townscape townscape,
        Divisions divisions,
        Streets streets,
        Buildings buildings,
        FreeLayers free) {

    static final String NAME_ZH = "潮宁市（虚构）";
    static final String NAME_EN = "Chaoning (synthetic)";
    /** Street blocks that the streets are cut into, roughly; about four make a micro-grid. */
    private static final int BLOCKS = 5600;
    /** Households as the density field counts them; the micro-grids' own figures are set after they are drawn. */
    private static final double DENSITY_SUM = 1_225_000;

    static DemoCity generate(long seed) {
        Seeds seeds = new Seeds(seed);
        Skeleton skeleton = Skeleton.load();
        Terrain terrain = new Terrain(skeleton, seeds);
        Townscape city = new Townscape(skeleton, terrain, seeds, DENSITY_SUM, BLOCKS);
        Names names = new Names(seeds.of("names"));
        Divisions divisions = new Divisions(skeleton, city, names);
        Streets streets = new Streets(city, names);
        TreeSet<Integer> reserved = Showcase.faces(divisions);
        Buildings buildings = new Buildings(city, reserved, seeds.of("buildings"));
        Showcase showcase = new Showcase(city, divisions, buildings);
        buildings.all.addAll(showcase.buildings);
        FreeLayers free = new FreeLayers(city, divisions, names);
        Index index = new Index(city.fabric, divisions.microGrids);
        List<PatrolWalks.Unit> units = PatrolWalks.units(city, divisions);
        Map<String, String> unitOfGrid = new LinkedHashMap<>();
        units.forEach(u -> unitOfGrid.put(u.gridCode(), u.code()));
        return new DemoCity(
                seed,
                new BaseMap(city, divisions, streets, buildings).features,
                layers(city, divisions, free, showcase),
                new PlaceMaker(city, divisions, streets, free, showcase, index, seeds.of("places")).places,
                new TeamMaker(divisions, free, unitOfGrid).teams,
                units,
                city,
                divisions,
                streets,
                buildings,
                free);
    }

    String source() {
        return "synthetic demo city, seed " + seed;
    }

    /** The newest edition of a layer. */
    LayerDrawing layer(String code) {
        return layers.stream()
                .filter(l -> l.layer().equals(code))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static List<LayerDrawing> layers(Townscape city, Divisions d, FreeLayers free, Showcase showcase) {
        Map<String, Integer> households = new LinkedHashMap<>();
        for (Divisions.Division m : d.microGrids) {
            households.merge(m.parent(), m.households(), Integer::sum);
        }
        d.grids.forEach(g -> households.merge(g.parent(), households.get(g.code()), Integer::sum));
        d.communities.forEach(c -> households.merge(c.parent(), households.get(c.code()), Integer::sum));
        List<LayerDrawing> out = new ArrayList<>();
        out.add(partition("town", null, "街道、镇", "Town or sub-district", 730, drawn(city, d.towns, households)));
        out.add(partition(
                "community", "town", "社区、村", "Community or village", 730, drawn(city, d.communities, households)));
        out.add(partition("grid", "community", "网格", "Grid", 730, drawn(city, d.grids, households)));
        List<GridDrawing> micro = drawn(city, d.microGrids, Map.of());
        out.add(partition("micro-grid", "grid", "微网格", "Micro-grid", 730, new BorderShift(city, d).before(micro)));
        out.add(partition("micro-grid", "grid", "微网格", "Micro-grid", BorderShift.DAYS_BEFORE, micro));
        out.add(loose("street-block", null, "街区", "Street block", free.streetBlocks));
        out.add(loose("street-segment", null, "沿街路段", "Street segment", free.segments));
        out.add(loose("sea-grid", null, "海上网格", "Sea grid", free.seaGrids));
        out.add(loose("land-grid", null, "陆上网格", "Land grid", free.landGrids));
        out.add(loose("joint-area", null, "共管区域", "Joint area", List.of(free.jointArea)));
        out.add(loose("property-area", null, "物业片区", "Property area", free.propertyAreas));
        out.add(loose("building-group", "micro-grid", "楼组网格", "Building group", showcase.groups));
        out.add(loose("stairwell", "building-group", "楼道网格", "Stairwell", showcase.stairwells));
        return out;
    }

    private static LayerDrawing partition(
            String code, String parent, String zh, String en, int days, List<GridDrawing> grids) {
        return new LayerDrawing(code, true, parent, zh, en, days, grids);
    }

    private static LayerDrawing loose(String code, String parent, String zh, String en, List<GridDrawing> grids) {
        return new LayerDrawing(code, false, parent, zh, en, 700, grids);
    }

    private static List<GridDrawing> drawn(
            Townscape city, List<Divisions.Division> divisions, Map<String, Integer> households) {
        return divisions.stream()
                .map(v -> new GridDrawing(
                        v.code(),
                        v.name().zh(),
                        v.name().en(),
                        v.parent(),
                        v.households() > 0 ? v.households() : households.get(v.code()),
                        city.fabric.union(v.faces()),
                        Map.of()))
                .toList();
    }
}
