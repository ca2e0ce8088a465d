package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gridward.geodesy.Crs;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.DatumDoubt;
import org.gridward.geodesy.DatumWatch;
import org.gridward.geodesy.DatumWatch.Verdict;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RealData;
import org.gridward.geodesy.WatchState;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.LineDistance;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The datum watch on the positions and districts of real cities, honest ones and ones made wrong on purpose. */
class RealSourcesTest {

    /** A position and the code or name of the grid that its source states. */
    private record Said(LonLat at, String grid) {}

    private static final DatumWatch.Streets NO_STREETS = (lon, lat) -> 250;
    private static final Pattern PAIR = Pattern.compile("(11[34]\\.\\d+)[', ]+(22\\.\\d+)");
    private static final List<String> SHANGHAI = List.of(
            "shanghai_Theatr_Cinema.csv",
            "shanghai_bus.csv",
            "shanghai_food.csv",
            "shanghai_hospital.csv",
            "shanghai_hotpot.csv",
            "shanghai_school.csv",
            "shanghai_urban.csv");

    @Test
    void leavesShanghaisPointsAloneAgainstTheTrueDistricts() {
        DatumWatch watch = watch(shanghai(), districts(shape -> shape), Integer.MAX_VALUE);
        assertThat(watch.state().reports).isEqualTo(41_960);
        assertThat(watch.verdict()).isEqualTo(Verdict.OK);
        assertThat(watch.scores().values()).allMatch(score -> score < DatumWatch.LIMIT / 2);
    }

    @Test
    void flagsShanghaisPointsAgainstDistrictsInGcj02() {
        Map<String, Geometry> shifted = districts(shape -> moved(shape, true));
        List<Said> points = shanghai();
        DatumWatch watch = watch(points, shifted, Integer.MAX_VALUE);
        assertThat(watch.verdict()).isEqualTo(Verdict.SUSPECT);
        assertThat(watch.suspicion().orElseThrow().doubt()).contains(DatumDoubt.CONVERTED_TWICE_GCJ02);
        assertThat(watch.suspicion().orElseThrow().shiftMeters()).isBetween(400.0, 600.0);
        DatumWatch early = new DatumWatch(new WatchState());
        assertThat(reportsUntilSuspect(early, points, shifted)).isLessThan(20_000);
    }

    @Test
    void flagsPointsSentInGcj02AgainstTheTrueDistricts() {
        List<Said> sent = shanghai().stream()
                .map(said -> new Said(
                        Datum.GCJ02.fromWgs84(said.at().lon(), said.at().lat()), said.grid()))
                .toList();
        DatumWatch watch = watch(sent, districts(shape -> shape), Integer.MAX_VALUE);
        assertThat(watch.suspicion().orElseThrow().doubt()).contains(DatumDoubt.UNCONVERTED_GCJ02);
    }

    @Test
    void leavesShenzhensBusStopsAloneBesideTheOtherLinesAndFlagsThemInGcj02() {
        List<Geometry> lines = new ArrayList<>();
        List<Said> stops = shenzhen(lines);
        LineDistance streets = LineDistance.of(lines);
        DatumWatch honest = new DatumWatch(new WatchState());
        DatumWatch wrong = new DatumWatch(new WatchState());
        for (Said stop : stops) {
            LonLat at = stop.at();
            honest.observe(at.lon(), at.lat(), (lon, lat) -> streets.meters(lon, lat, 250), null);
            LonLat gcj = Datum.GCJ02.fromWgs84(at.lon(), at.lat());
            wrong.observe(gcj.lon(), gcj.lat(), (lon, lat) -> streets.meters(lon, lat, 250), null);
        }
        assertThat(honest.state().spots).isGreaterThan(500);
        assertThat(honest.verdict()).isEqualTo(Verdict.OK);
        assertThat(wrong.suspicion().orElseThrow().doubt()).contains(DatumDoubt.UNCONVERTED_GCJ02);
    }

    @Test
    void leavesChicagosIncidentsAloneAgainstItsDistricts() {
        Path districts = file("chicago-grids", "police_districts.zip.geojson");
        Map<String, Geometry> shapes = new HashMap<>();
        rows(districts, row -> shapes.put(row.text("DIST_NUM").replaceFirst("^0+", ""), row.shape()));
        assertThat(shapes.size()).isGreaterThan(20);
        List<Said> said = new ArrayList<>();
        rows(file("chicago-incidents", "sub_all_crime.csv.gz"), row -> {
            if (!row.text("Longitude").isEmpty()
                    && !row.text("Longitude").equals("NA")
                    && row.text("Year").compareTo("2013") >= 0) {
                said.add(new Said(
                        new LonLat(Double.parseDouble(row.text("Longitude")), Double.parseDouble(row.text("Latitude"))),
                        row.text("District")));
            }
        });
        DatumWatch watch = watch(said, shapes, Integer.MAX_VALUE);
        assertThat(watch.state().spots).isGreaterThan(2_000);
        assertThat(watch.verdict()).isEqualTo(Verdict.OK);
    }

    private static DatumWatch watch(List<Said> points, Map<String, Geometry> districts, int most) {
        DatumWatch watch = new DatumWatch(new WatchState());
        Map<String, DatumWatch.Stated> stated = stated(districts);
        points.stream()
                .limit(most)
                .forEach(said -> watch.observe(said.at().lon(), said.at().lat(), NO_STREETS, stated.get(said.grid())));
        return watch;
    }

    private static int reportsUntilSuspect(DatumWatch watch, List<Said> points, Map<String, Geometry> districts) {
        List<Said> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(7));
        Map<String, DatumWatch.Stated> stated = stated(districts);
        for (int i = 0; i < shuffled.size(); i++) {
            Said said = shuffled.get(i);
            watch.observe(said.at().lon(), said.at().lat(), NO_STREETS, stated.get(said.grid()));
            if (watch.verdict() == Verdict.SUSPECT) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static Map<String, DatumWatch.Stated> stated(Map<String, Geometry> districts) {
        Map<String, DatumWatch.Stated> stated = new HashMap<>();
        districts.forEach((name, shape) -> {
            GridLocator locator = GridLocator.build(List.of(new GridShape(name, shape)));
            stated.put(name, (lon, lat) -> locator.locate(lon, lat) != GridLocator.NONE);
        });
        return stated;
    }

    private static Map<String, Geometry> districts(UnaryOperator<Geometry> made) {
        Map<String, Geometry> districts = new HashMap<>();
        rows(file("shanghai-districts", "区县界_area.shp"), row -> {
            String name = row.text("NAME");
            districts.put(name, made.apply(row.shape()));
        });
        assertThat(districts).hasSize(17);
        return districts;
    }

    private static Geometry moved(Geometry shape, boolean forward) {
        Geometry copy = shape.copy();
        copy.apply((CoordinateFilter) at -> {
            LonLat moved = forward ? Datum.GCJ02.fromWgs84(at.x, at.y) : Datum.GCJ02.toWgs84(at.x, at.y);
            at.x = moved.lon();
            at.y = moved.lat();
        });
        copy.geometryChanged();
        return copy;
    }

    private static List<Said> shanghai() {
        List<Said> said = new ArrayList<>();
        for (String name : SHANGHAI) {
            rows(
                    file("shanghai-poi", name),
                    row -> said.add(new Said(
                            new LonLat(Double.parseDouble(row.text("lon")), Double.parseDouble(row.text("lat"))),
                            row.text("adname"))));
        }
        return said;
    }

    private static List<Said> shenzhen(List<Geometry> lines) {
        GeometryFactory factory = new GeometryFactory();
        List<Said> stops = new ArrayList<>();
        int number = 0;
        for (Map<String, String> row : texts(file("shenzhen-lines", "busline.csv"))) {
            List<Coordinate> line = PAIR.matcher(row.get("stationgeo"))
                    .results()
                    .map(pair -> new Coordinate(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))))
                    .toList();
            if (number++ % 2 == 0 && line.size() > 1) {
                lines.add(factory.createLineString(line.toArray(Coordinate[]::new)));
            } else if (number % 20 == 0) {
                line.forEach(at -> stops.add(new Said(new LonLat(at.x, at.y), null)));
            }
        }
        return stops;
    }

    private static List<Map<String, String>> texts(Path file) {
        List<Map<String, String>> texts = new ArrayList<>();
        rows(file, row -> texts.add(row.fields()));
        return texts;
    }

    private static Path file(String folder, String name) {
        Path file = RealData.folder(folder).resolve(name);
        assumeThat(Files.exists(file)).as("no real data at %s", file).isTrue();
        return file;
    }

    private static void rows(Path file, Consumer<Row> each) {
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.POINTS, Optional.empty())) {
            Optional<Crs> crs = source.crs();
            assertThat(crs.map(Crs::isLonLat).orElse(true)).isTrue();
            while (source.hasNext()) {
                each.accept(source.next());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
