package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("in.csv"), bytes);
    }

    private List<Row> rows(byte[] bytes) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (FeatureSource source = SourceFiles.open(file(bytes), ReadLimits.POINTS, Optional.empty())) {
            source.forEachRemaining(rows::add);
            assertThat(source.progress()).isEqualTo(1.0);
        }
        return rows;
    }

    private List<Row> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void dropsAByteOrderMarkBeforeTheFirstColumnName() throws IOException {
        List<Row> rows = rows("\uFEFFlon,lat,名称\n122.1,30.0,海\n");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).fields()).containsEntry("lon", "122.1").containsEntry("名称", "海");
    }

    @Test
    void aFirstLineOfVeryManyColumnsIsNoTableAndRefusedAtOnce() throws IOException {
        assertThat(rows("a,a,a\n1,2,3\n").get(0).fields().keySet()).containsExactly("a", "a_2", "a_3");
        assertThat(rows("a,".repeat(1_999) + "a\n")).isEmpty();
        assertThatThrownBy(() -> rows("a,".repeat(200_000) + "\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("200001 columns");
    }

    @Test
    void findsGbkWithoutBeingTold() throws IOException {
        String text = "编号,经度,纬度,名称\n1,122.1,30.0,海燕湾\n2,122.2,30.1,渔港路口\n";
        assertThat(rows(text.getBytes(Charset.forName("GBK"))).get(1).fields()).containsEntry("名称", "渔港路口");
        assertThat(rows(text.getBytes(StandardCharsets.UTF_8)).get(1).fields()).containsEntry("名称", "渔港路口");
    }

    @Test
    void findsGbkEvenWhenOnlyTheLastOfManyRowsShowsIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("id,name\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 200_000; i++) {
            bytes.write((i + ",plain text\n").getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write("200000,渔港\n".getBytes(Charset.forName("GBK")));
        List<Row> rows = rows(bytes.toByteArray());
        assertThat(rows.get(200_000).fields()).containsEntry("name", "渔港");
    }

    @Test
    void refusesBytesThatAreNeitherUtf8NorGbkAndNamesTheOption() {
        byte[] latin = "id,name\n1,caf\u00e9,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(latin)).isInstanceOf(Problem.class).hasMessageContaining("--encoding");
    }

    @Test
    void takesTheCodePageThatTheUserNames() throws IOException {
        Path file = file("id,name\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.POINTS, TextCharset.named("windows-1252"))) {
            assertThat(source.next().fields()).containsEntry("name", "café");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        List<Row> rows = rows("lon_lat,name,x\n122,a,b\n".replace(",", delimiter));
        assertThat(rows.get(0).fields()).containsEntry("name", "a").containsEntry("x", "b");
    }

    @Test
    void keepsNewlinesDelimitersAndDoubledQuotesInsideQuotes() throws IOException {
        List<Row> rows = rows("id,text\r\n1,\"two\r\nlines, and a \"\"word\"\"\"\r\n\r\n2,plain\r\n");
        assertThat(rows).extracting(row -> row.text("text")).containsExactly("two\r\nlines, and a \"word\"", "plain");
        assertThat(rows).extracting(Row::number).containsExactly(1, 2);
    }

    @Test
    void readsAGzippedFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write("id\n7\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(rows(packed.toByteArray()).get(0).fields()).containsEntry("id", "7");
    }

    @Test
    void saysThatAGzippedFileIsCutOff() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 50_000; i++) {
                zip.write(("row " + i + "," + Integer.toHexString(i * 31) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        assertThatThrownBy(() -> rows(half)).isInstanceOf(Problem.class).hasMessageContaining("cut off");
    }

    @Test
    void marksShortAndLongRowsAndReadsOn() throws IOException {
        List<Row> rows = rows("a,b,c\n1,2\n1,2,3\n1,2,3,4\n");
        assertThat(rows.get(0).fault().field()).isEqualTo("c");
        assertThat(rows.get(0).fault().reason()).contains("2 values", "3");
        assertThat(rows.get(1).fault()).isNull();
        assertThat(rows.get(2).fault().reason()).contains("4 values");
    }

    @Test
    void marksAQuoteThatIsNeverClosed() throws IOException {
        List<Row> rows = rows("a,b\n1,x\n2,\"open\n3,y\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).fault().reason()).contains("never closed");
        assertThat(rows.get(1).fault().value()).isEqualTo("line 3");
    }

    @Test
    void doesNotSwallowAHugeFileBehindAnOpenQuote() throws IOException {
        List<Row> rows = rows("a,b\n1,\"open\n" + "2,y\n".repeat(3_000_000));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).fault().reason()).contains("never closed");
    }

    @Test
    void numbersColumnsThatShareAName() throws IOException {
        assertThat(rows("x,x,x\n1,2,3\n").get(0).fields().keySet()).containsExactly("x", "x_2", "x_3");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> rows("")).isInstanceOf(Problem.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> rows(" \n\n")).isInstanceOf(Problem.class).hasMessageContaining("empty");
    }

    @Test
    void saysThatAFileDoesNotExist() {
        assertThatThrownBy(() -> SourceFiles.open(folder.resolve("none.csv"), ReadLimits.POINTS, Optional.empty()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("none.csv");
    }
}
