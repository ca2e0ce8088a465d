package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.Units;
import org.gridward.platform.Command;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
@ExtendWith(OutputCaptureExtension.class)
class ImportRowsIT {

    @TempDir
    Path folder;

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Units units;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
    }

    private int run(String... words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--errors", errors().toString()));
        return commands.stream()
                .filter(command -> command.name().equals("import"))
                .findFirst()
                .orElseThrow()
                .run(all);
    }

    private Path errors() {
        return folder.resolve("errors.csv");
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static String places(int rows, int everyBad) {
        StringBuilder csv = new StringBuilder("code,kind,name,lon,lat,note\n");
        for (int i = 0; i < rows; i++) {
            String lon = i % everyBad == 3 ? "NaN" : String.valueOf(122.1005 + (i % 39) / 1000.0);
            csv.append("p-")
                    .append(everyBad)
                    .append('-')
                    .append(rows)
                    .append('-')
                    .append(i)
                    .append(",shop,店")
                    .append(i)
                    .append(',')
                    .append(lon)
                    .append(",30.01,n\n");
        }
        return csv.toString();
    }

    @Test
    void storesNothingWhenOneRowInTenIsBadAndNamesEachInTheErrorFile(CapturedOutput output) throws Exception {
        long before = count("place.places");
        assertThat(run("places", write("p.csv", places(200, 10)))).isEqualTo(1);
        assertThat(count("place.places")).isEqualTo(before);
        List<String> lines = Files.readAllLines(errors());
        assertThat(lines).hasSize(21);
        assertThat(lines.get(0)).isEqualTo("\uFEFFrow,field,value,reason,what_to_try");
        assertThat(lines.get(1)).startsWith("4,lon,NaN,it is no finite number,");
        assertThat(output)
                .contains("read 200 row(s), 20 bad, stored 0")
                .contains("errors.csv")
                .contains("invalid=20");
    }

    @Test
    void loadsTheGoodRowsWhenToldToSkipTheBadOnes(CapturedOutput output) throws Exception {
        long before = count("place.places");
        assertThat(run("places", "--skip-bad-rows", "--layer", "micro-grid", write("p.csv", places(100, 10))))
                .isZero();
        assertThat(count("place.places")).isEqualTo(before + 90);
        assertThat(output).contains("layer=micro-grid").contains("in=100 placed=90");
    }

    @Test
    void checksWithoutStoringOnADryRun(CapturedOutput output) throws Exception {
        long before = count("place.places");
        assertThat(run("places", "--dry-run", write("p.csv", places(50, 1000)))).isEqualTo(1);
        assertThat(run("places", "--dry-run", write("p.csv", "kind,lon,lat\nshop,122.1,30\n")))
                .isZero();
        assertThat(count("place.places")).isEqualTo(before);
        assertThat(output).contains("dry run: nothing was stored");
    }

    @Test
    void readsGbkSemicolonsAMarkAndPlaneCoordinates() throws Exception {
        String gbk = "编码;kind;名称;经度;纬度\ngbk-1;shop;海燕鱼丸店;122.11;30.01\n";
        Path file = Files.write(folder.resolve("gbk.csv"), gbk.getBytes(Charset.forName("GBK")));
        assertThat(run("places", file.toString())).isZero();
        assertThat(name("gbk-1")).isEqualTo("海燕鱼丸店");
        assertThat(run("places", write("bom.csv", "\uFEFFcode,kind,name,lon,lat\nbom-1,shop,渔,122.11,30.01\n")))
                .isZero();
        assertThat(name("bom-1")).isEqualTo("渔");
        String plane = "code,kind,name,x,y\nplane-1,shop,米,418000,3320000\n";
        assertThat(run("places", "--crs", "EPSG:4549", write("xy.csv", plane))).isEqualTo(1);
        assertThat(Files.readString(errors())).contains("lies outside the jurisdiction");
        assertThat(run(
                        "places",
                        "--crs",
                        "EPSG:4550",
                        write("xy.csv", "code,kind,name,x,y\nplane-1,shop,米,413000,3320000\n")))
                .isZero();
        assertThat(jdbc.sql("SELECT round(public.st_x(geom)::numeric, 2) FROM place.places WHERE code = 'plane-1'")
                        .query(Double.class)
                        .single())
                .isEqualTo(122.1);
    }

    private String name(String code) {
        return jdbc.sql("SELECT name_zh FROM place.places WHERE code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    @Test
    void namesAMissingColumnAndThosePresent(CapturedOutput output) throws Exception {
        assertThat(run("places", write("p.csv", "id,kind,lat\n1,shop,30\n"))).isEqualTo(1);
        assertThat(output).contains("'lon'").contains("[id, kind, lat]").contains("--map");
        assertThat(run("places", "--map", "longitude_deg=lon", write("p.csv", "kind,lon,lat\n1,2,30\n")))
                .isEqualTo(1);
        assertThat(output).contains("no column 'longitude_deg'");
        assertThat(run("places", write("p.csv", "kind,x,y\nshop,1,2\n"))).isEqualTo(1);
        assertThat(output).contains("need a coordinate system");
    }

    @Test
    void saysThatAxesLookSwappedAndNeverExchangesThem() throws Exception {
        assertThat(run("places", write("p.csv", "kind,lon,lat\nshop,30.01,122.11\n")))
                .isEqualTo(1);
        assertThat(Files.readString(errors())).contains("axes swapped?");
    }

    @Test
    void refusesARepeatedCodeAsAWhole(CapturedOutput output) throws Exception {
        long before = count("place.places");
        String csv = "code,kind,lon,lat\ndup-1,shop,122.11,30.01\ndup-2,shop,122.11,30.01\ndup-1,shop,122.11,30.01\n";
        assertThat(run("places", write("p.csv", csv))).isEqualTo(1);
        assertThat(count("place.places")).isEqualTo(before);
        assertThat(output).contains("dup-1");
    }

    @Test
    void keepsCellsOfTheErrorFileFromBecomingFormulas() throws Exception {
        String csv = "kind,lon,lat\n\"=HYPERLINK(\"\"http://x\"\")\",122.1,30\n";
        assertThat(run("places", write("p.csv", csv))).isEqualTo(1);
        assertThat(Files.readString(errors())).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void importsTracksOnceHoweverOftenTheFileComes(CapturedOutput output) throws Exception {
        assertThat(run("units", write("u.csv", "code,name_zh,kind\nimp-1,一组,foot\nimp-2,二组,vessel\n")))
                .isZero();
        assertThat(units.get("imp-2").unit().kind()).isEqualTo(UnitKind.VESSEL);
        assertThat(run("units", write("u.csv", "code,kind\nimp-3,broom\n"))).isEqualTo(1);
        String csv = "unit,t,lon,lat,speed_mps\nimp-1,2026-03-01T08:00:00+08:00,122.11,30.01,1.2\n"
                + "imp-1,2026-03-01 08:01:00,122.111,30.011,\nimp-1,1772323320,122.112,30.012,0.5\n";
        assertThat(run("tracks", write("t.csv", csv))).isZero();
        assertThat(run("tracks", write("t.csv", csv))).isZero();
        assertThat(output).contains("stored 3").contains("stored 0, 3 there already");
        assertThat(run(
                        "tracks",
                        write("t.csv", csv + "none,2026-03-01 08:01:00,122.1,30,\nimp-1,2099-01-01,122.1,30,\n")))
                .isEqualTo(1);
        assertThat(Files.readString(errors())).contains("there is no such unit").contains("in the future");
    }

    @Test
    void answersWrongUsageApartFromWorkThatFailed() throws Exception {
        assertThatThrownBy(() -> run("places", "--colour", "red", "x.csv"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("--colour");
        assertThatThrownBy(() -> run("everything", "x.csv"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("grids");
        assertThatThrownBy(() -> run("places")).isInstanceOf(Problem.class).hasMessageContaining("file");
        assertThatThrownBy(() -> run("grids", "--layer", "x")).isInstanceOf(Problem.class);
        assertThat(run("places", folder.resolve("none.csv").toString())).isEqualTo(1);
        Path torn = Files.write(folder.resolve("torn.zip"), "PK\3\4torn".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("places", torn.toString())).isEqualTo(1);
    }

    @Test
    void keepsAReceiptAndAnAuditEventOfEachImport() throws Exception {
        long receipts = count("mapdata.receipts");
        assertThat(run("places", write("r.csv", "code,kind,lon,lat\nrec-1,shop,122.11,30.01\n")))
                .isZero();
        assertThat(count("mapdata.receipts")).isEqualTo(receipts + map.layers().size());
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM access.audit_events WHERE action = 'PLACES_IMPORTED' AND object = 'r.csv'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
