package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridward.geodesy.RealData;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that real offices published; skipped where they are not on the machine. */
class RealFilesTest {

    private static List<Row> rows(String folder, String name) throws IOException {
        Path file = RealData.folder(folder).resolve(name);
        assumeThat(Files.exists(file)).as("no real data at %s", file).isTrue();
        List<Row> rows = new ArrayList<>();
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.GRIDS, Optional.empty())) {
            source.forEachRemaining(rows::add);
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "chicago-grids, police_beats.zip, 277, BEAT_NUM",
        "chicago-grids, police_beats.zip.geojson, 277, BEAT_NUM",
        "chicago-grids, community_areas.zip, 77, AREA_NUMBE",
        "chicago-grids-mit, PoliceBeats2019/geo_export_18485bfe.shp, 277, beat_num",
        "chicago-grids-mit, PoliceDistrictBoundaries/PoliceDistrict.shp, 27, DIST_NUM",
        "shanghai-districts, 区县界_area.shp, 17, NAME",
        "shenzhen-zones-ev, SZ_districts.shp, 491, TAZID",
        "shenzhen-lines, sz.shp, 10, qh"
    })
    void readsEveryRecordOfALayer(String folder, String name, int count, String field) throws IOException {
        String found = name;
        if (name.startsWith("PoliceBeats2019")) {
            Path parent = RealData.folder(folder).resolve("PoliceBeats2019");
            assumeThat(Files.exists(parent)).as("no real data at %s", parent).isTrue();
            try (Stream<Path> files = Files.list(parent)) {
                found = "PoliceBeats2019/"
                        + files.filter(file -> file.toString().endsWith(".shp"))
                                .findFirst()
                                .orElseThrow()
                                .getFileName();
            }
        }
        List<Row> rows = rows(folder, found);
        assertThat(rows)
                .hasSize(count)
                .allMatch(row -> row.fault() == null && row.shape().isValid());
        assertThat(rows.get(0).text(field)).as(rows.get(0).fields().toString()).isNotEmpty();
    }

    @Test
    void readsTheSameBeatsFromShapefileAndGeoJson() throws IOException {
        List<Row> zipped = rows("chicago-grids", "police_beats.zip");
        List<Row> json = rows("chicago-grids", "police_beats.zip.geojson");
        double zippedArea =
                zipped.stream().mapToDouble(row -> row.shape().getArea()).sum();
        double jsonArea =
                json.stream().mapToDouble(row -> row.shape().getArea()).sum();
        assertThat(zippedArea).isEqualTo(jsonArea, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void writesWholeNumbersOfATableAsWholeNumbers() throws IOException {
        assertThat(rows("shenzhen-zones-ev", "SZ_districts.shp"))
                .extracting(row -> row.text("TAZID"))
                .allMatch(code -> code.matches("\\d{1,4}"));
    }

    @Test
    void readsChineseDistrictNames() throws IOException {
        assertThat(rows("shanghai-districts", "区县界_area.shp"))
                .extracting(row -> row.text("NAME"))
                .anyMatch(name -> name.contains("松江"));
    }

    @Test
    void endsEveryTortureFileInRowsOrAClearProblem() throws IOException {
        Path root = RealData.folder("torture-geojson");
        assumeThat(Files.exists(root)).as("no real data at %s", root).isTrue();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(geojson|csv|tsv|json|topojson)"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(150);
        for (Path file : files) {
            try (FeatureSource source = SourceFiles.open(file, ReadLimits.GRIDS, Optional.empty())) {
                source.forEachRemaining(
                        row -> assertThat(row.fields()).as(file.toString()).isNotNull());
            } catch (Problem problem) {
                assertThat(problem.detail()).as(file.toString()).isNotBlank();
            }
        }
    }
}
