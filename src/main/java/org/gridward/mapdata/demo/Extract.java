package org.gridward.mapdata.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** One town of the demo city as files: the examples that the imports are shown with. GeoJSON and CSV, lon/lat, UTF-8. */
final class Extract {
    /** The end of the story in the extract. */
    static final Instant END = Instant.parse("2026-06-01T00:00:00Z");

    static final int INCIDENTS = 500;
    private static final String TOWN = Divisions.COUNTY + "003";

    private final DemoCity city;
    private final PreparedGeometry town;

    Extract(DemoCity city) {
        this.city = city;
        this.town = PreparedGeometryFactory.prepare(city.layer("town").grids().stream()
                .filter(g -> g.code().equals(TOWN))
                .findFirst()
                .orElseThrow()
                .shape());
    }

    /** The files by name. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (String layer : List.of("town", "community", "grid", "micro-grid")) {
            files.put(layer + ".geojson", geoJson(city.layer(layer)));
        }
        files.put("incidents.csv", incidents());
        files.put("places.csv", places());
        files.put("units.csv", units());
        files.put("tracks.csv", tracks());
        return files;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }

    private boolean inTown(double lon, double lat) {
        return town.contains(Plane.LONLAT.createPoint(new Coordinate(lon, lat)));
    }

    private String geoJson(LayerDrawing layer) {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"source\":\"");
        out.append(city.source()).append("\",\"features\":[\n");
        List<GridDrawing> own =
                layer.grids().stream().filter(g -> g.code().startsWith(TOWN)).toList();
        for (int i = 0; i < own.size(); i++) {
            GridDrawing g = own.get(i);
            Map<String, Object> p = new LinkedHashMap<>();
            p.put("code", g.code());
            p.put("name_zh", g.nameZh());
            p.put("name_en", g.nameEn());
            p.put("parent_code", g.parent());
            p.put("households", g.households());
            out.append("{\"type\":\"Feature\",\"properties\":{");
            p.values().removeIf(Objects::isNull);
            p.forEach((k, v) -> out.append(out.charAt(out.length() - 1) == '{' ? "" : ",")
                    .append('"')
                    .append(k)
                    .append("\":")
                    .append(v instanceof Integer ? v : "\"" + v + "\""));
            out.append("},\"geometry\":");
            polygons(out, g.shape());
            out.append(i + 1 < own.size() ? "},\n" : "}\n");
        }
        return out.append("]}\n").toString();
    }

    private static void polygons(StringBuilder out, MultiPolygon shape) {
        out.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon p = (Polygon) shape.getGeometryN(i);
            out.append(i == 0 ? "[" : ",[");
            // The outer ring runs counter-clockwise (RFC 7946), holes clockwise: JTS normalises the other way round.
            ring(out, p.getExteriorRing().reverse());
            for (int h = 0; h < p.getNumInteriorRing(); h++) {
                out.append(',');
                ring(out, p.getInteriorRingN(h).reverse());
            }
            out.append(']');
        }
        out.append("]}");
    }

    private static void ring(StringBuilder out, LineString ring) {
        out.append('[');
        for (int i = 0; i < ring.getNumPoints(); i++) {
            Coordinate c = ring.getCoordinateN(i);
            out.append(i == 0 ? "" : ",").append('[').append(degrees(c.x)).append(',');
            out.append(degrees(c.y)).append(']');
        }
        out.append(']');
    }

    static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }

    /** Evenly picked from a year of the town's incidents. */
    private String incidents() {
        List<IncidentHistory.Case> own = new IncidentHistory(city, END)
                .cases.stream().filter(c -> inTown(c.lon(), c.lat())).toList();
        StringBuilder out =
                new StringBuilder("number,category,description,lon,lat,occurred_at,channel,state,closed_at\n");
        for (int i = 0; i < INCIDENTS; i++) {
            IncidentHistory.Case c = own.get((int) ((long) i * own.size() / INCIDENTS));
            line(
                    out,
                    String.format(Locale.ROOT, "X%04d", i + 1),
                    c.category(),
                    c.description(),
                    degrees(c.lon()),
                    degrees(c.lat()),
                    c.occurredAt(),
                    c.channel(),
                    c.state(),
                    c.closedAt() == null ? "" : c.closedAt());
        }
        return out.toString();
    }

    private String places() {
        StringBuilder out = new StringBuilder("code,kind,name_zh,name_en,lon,lat,address,lamp_post,token\n");
        city.places().stream().filter(p -> inTown(p.lon(), p.lat())).forEach(p -> {
            Map<String, Object> a = p.attributes();
            line(
                    out,
                    p.code(),
                    p.kind(),
                    p.nameZh(),
                    p.nameEn(),
                    degrees(p.lon()),
                    degrees(p.lat()),
                    a.getOrDefault("address", ""),
                    a.getOrDefault("lampPost", ""),
                    a.getOrDefault("token", ""));
        });
        return out.toString();
    }

    private List<PatrolWalks.Unit> twoUnits() {
        return city.units().stream()
                .filter(u -> u.gridCode().startsWith(TOWN))
                .limit(2)
                .toList();
    }

    private String units() {
        StringBuilder out = new StringBuilder("code,name_zh,name_en,grid_code,kind\n");
        twoUnits()
                .forEach(u -> line(out, u.code(), u.nameZh(), u.nameEn(), u.gridCode(), u.bike() ? "bicycle" : "foot"));
        return out.toString();
    }

    /** One day of two units. */
    private String tracks() {
        PatrolWalks walks = new PatrolWalks(city, END);
        StringBuilder out = new StringBuilder("unit,t,lon,lat,accuracy_meters,speed_mps\n");
        for (PatrolWalks.Unit u : twoUnits()) {
            int day = 1;
            while (walks.day(u, day).isEmpty()) {
                day++;
            }
            walks.day(u, day)
                    .forEach(s -> line(
                            out,
                            s.unit(),
                            s.t(),
                            degrees(s.lon()),
                            degrees(s.lat()),
                            s.accuracyMeters(),
                            s.speedMetersPerSecond()));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Object... values) {
        for (int i = 0; i < values.length; i++) {
            String text = values[i].toString();
            boolean quote = text.contains(",") || text.contains("\"") || text.contains("\n");
            out.append(i == 0 ? "" : ",").append(quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
        }
        out.append('\n');
    }
}
