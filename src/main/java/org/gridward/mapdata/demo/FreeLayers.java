package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Layers whose grids may overlap, leave gaps and cross the others: street blocks, sea and land grids, joint and property areas. */
final class FreeLayers {
    /** The names and shop counts of the eleven clusters of the showcase street block; they add up to 664. */
    static final int[] CLUSTERS = {94, 43, 129, 58, 114, 61, 31, 72, 32, 20, 10};

    private static final double[][] SEA_SEEDS = {
        {21_500, 20_500}, {26_500, 23_600}, {26_500, 18_400}, {31_500, 23_900}, {34_500, 16_400},
        {35_800, 24_800}, {31_000, 31_500}, {35_200, 9_500}, {24_500, 3_200}, {10_500, 1_000}
    };

    private final Townscape city;
    private final Divisions divisions;
    private final Names names;
    final List<GridDrawing> streetBlocks = new ArrayList<>();
    final List<GridDrawing> segments = new ArrayList<>();
    final List<Frontage> segmentFronts = new ArrayList<>();
    final List<GridDrawing> seaGrids = new ArrayList<>();
    final List<GridDrawing> landGrids = new ArrayList<>();
    final List<GridDrawing> propertyAreas;
    final GridDrawing jointArea;
    /** The two communities that share the joint area, the leading one first. */
    final List<String> jointPartners;
    /** Faces of the showcase street block. */
    TreeSet<Integer> showBlock = new TreeSet<>();

    FreeLayers(Townscape city, Divisions divisions, Names names) {
        this.city = city;
        this.divisions = divisions;
        this.names = names;
        blocks();
        segments();
        seaGrids();
        landGrids();
        SharedAreas shared = new SharedAreas(city, divisions);
        this.jointPartners = shared.jointPartners;
        this.jointArea = shared.jointArea;
        this.propertyAreas = shared.propertyAreas;
    }

    private double hectares(Collection<Integer> faces) {
        return faces.stream().mapToDouble(f -> city.fabric.faces.get(f).area()).sum() / 10_000;
    }

    private double households(Collection<Integer> faces) {
        return faces.stream().mapToDouble(f -> city.weight[f]).sum();
    }

    /** Blocks between main roads and rivers where the city is dense; the best fitting one is the showcase. */
    private void blocks() {
        Map<Integer, List<Integer>> facesOf = new TreeMap<>();
        List<PreparedGeometry> blocks =
                city.superblocks.stream().map(PreparedGeometryFactory::prepare).toList();
        for (Fabric.Face f : city.fabric.faces) {
            for (int b = 0; b < blocks.size() && !city.water[f.id()]; b++) {
                if (city.superblocks.get(b).getEnvelopeInternal().contains(f.x(), f.y())
                        && blocks.get(b).contains(f.inside())) {
                    facesOf.computeIfAbsent(b, k -> new ArrayList<>()).add(f.id());
                    break;
                }
            }
        }
        List<List<Integer>> dense = facesOf.values().stream()
                .filter(fs -> hectares(fs) > 8 && hectares(fs) < 500 && households(fs) / hectares(fs) > 22)
                .sorted(Comparator.comparingDouble(fs -> -city.heart(fs).y()))
                .toList();
        List<Integer> show = dense.stream()
                .filter(fs -> !fs.stream().anyMatch(Showcase.faces(divisions)::contains))
                .min(Comparator.comparingDouble(fs -> Math.abs(hectares(fs) - 90) - households(fs) / hectares(fs) / 4))
                .orElseThrow();
        showBlock = new TreeSet<>(show);
        int n = 0;
        for (List<Integer> fs : dense) {
            n++;
            Names.Name name = fs == show
                    ? new Names.Name("听潮第三街区", "Tingchao Block 3")
                    : names.stem().with("街区", "Street Block");
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("hectares", Math.round(hectares(fs)));
            if (fs == show) {
                attributes.put("marketEntities", 664);
                attributes.put("serviceLine", "0000-0000-664");
            }
            streetBlocks.add(new GridDrawing(
                    String.format("JQ%03d", n), name.zh(), name.en(), null, 0, city.fabric.union(fs), attributes));
        }
    }

    /** Eleven stretches of street inside the showcase block, far enough apart not to overlap. */
    private void segments() {
        List<Frontage> inside = new ArrayList<>();
        MultiPolygon block = city.fabric.union(showBlock);
        Geometry room = Plane.toMetres(block.copy()).buffer(-30);
        for (Fabric.Edge e : city.fabric.edges) {
            if (e.rank() >= 4) {
                Frontage f = new Frontage(e);
                if (f.length > 80 && room.contains(f.line)) {
                    inside.add(f.trimmed(25));
                }
            }
        }
        inside.sort(Comparator.comparingDouble(f -> -f.length));
        List<Integer> bySize = new ArrayList<>();
        for (int i = 0; i < CLUSTERS.length; i++) {
            bySize.add(i);
        }
        bySize.sort(Comparator.comparingInt(i -> -CLUSTERS[i]));
        Frontage[] chosen = new Frontage[CLUSTERS.length];
        List<Geometry> taken = new ArrayList<>();
        for (int i : bySize) {
            chosen[i] = inside.stream()
                    .filter(f -> taken.stream().noneMatch(t -> t.intersects(lot(f))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the showcase block has too few streets"));
            taken.add(lot(chosen[i]));
        }
        for (int i = 0; i < CLUSTERS.length; i++) {
            segmentFronts.add(chosen[i]);
            Geometry g = lot(chosen[i]);
            Names.Name name = names.stem().with(i < 5 ? "商业街段" : "内街", i < 5 ? "Shopping Stretch" : "Inner Street");
            segments.add(new GridDrawing(
                    String.format("LD%02d", i + 1),
                    name.zh(),
                    name.en(),
                    null,
                    0,
                    Showcase.multi(Plane.toLonLat(g)),
                    Map.of("shops", CLUSTERS[i])));
        }
    }

    private static Geometry lot(Frontage f) {
        return f.line.buffer(20, 4, BufferParameters.CAP_FLAT);
    }

    private void seaGrids() {
        Coordinate[] frame = {
            new Coordinate(300, 300),
            new Coordinate(38_200, 300),
            new Coordinate(38_200, 38_500),
            new Coordinate(300, 38_500),
            new Coordinate(300, 300)
        };
        Geometry sea =
                Plane.METRES.createPolygon(frame).difference(city.terrain.land).difference(city.terrain.beyond);
        VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
        List<Coordinate> seeds = new ArrayList<>();
        for (double[] s : SEA_SEEDS) {
            seeds.add(new Coordinate(s[0], s[1]));
        }
        voronoi.setSites(seeds);
        voronoi.setClipEnvelope(new org.locationtech.jts.geom.Envelope(0, 38_600, 0, 38_850));
        Geometry cells = voronoi.getDiagram(Plane.METRES);
        for (int i = 0; i < seeds.size(); i++) {
            for (int c = 0; c < cells.getNumGeometries(); c++) {
                if (cells.getGeometryN(c).contains(Plane.METRES.createPoint(seeds.get(i)))) {
                    Geometry part = large(cells.getGeometryN(c).intersection(sea));
                    seaGrids.add(new GridDrawing(
                            String.format("HS%02d", i + 1),
                            "海上第" + (i + 1) + "网格",
                            "Sea Grid " + (i + 1),
                            null,
                            0,
                            Showcase.multi(Plane.toLonLat(part)),
                            Map.of("landGrid", String.format("LS%02d", i % 4 + 1))));
                }
            }
        }
    }

    private static Geometry large(Geometry g) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p && p.getArea() > 50_000) {
                parts.add(p);
            }
        }
        return parts.size() == 1 ? parts.get(0) : Plane.METRES.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** The quays that look after the boats of the sea grids. */
    private void landGrids() {
        double[][] ports = {{21_300, 23_300}, {20_700, 16_900}, {29_800, 12_600}, {33_500, 21_300}};
        String[] zh = {"北港", "南港", "渔港", "揽月渡"};
        String[] en = {"North Harbour", "South Harbour", "Fishing Port", "Lanyue Ferry"};
        for (int i = 0; i < ports.length; i++) {
            double[] p = ports[i];
            List<Integer> near = city.fabric.faces.stream()
                    .filter(f -> !city.water[f.id()])
                    .sorted(Comparator.comparingDouble(f -> StrictMath.hypot(f.x() - p[0], f.y() - p[1])))
                    .limit(5)
                    .map(Fabric.Face::id)
                    .toList();
            landGrids.add(new GridDrawing(
                    String.format("LS%02d", i + 1),
                    zh[i] + "陆上网格",
                    en[i] + " Land Grid",
                    null,
                    0,
                    city.fabric.union(near),
                    Map.of("baseOf", "HS" + String.format("%02d", i + 1))));
        }
    }
}
