package org.gridward.mapdata.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.mapdata.files.CsvCells;
import org.gridward.mapdata.files.FinishedFile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.json.JsonMapper;

/** CSV in UTF-8: points as columns lon and lat, other shapes as a column wkt; cells that a spreadsheet takes as text. */
final class CsvFeatures implements FeatureWriter {

    private final FinishedFile file;
    private final Writer out;
    private final boolean mark;
    private boolean begun;
    private long count;

    CsvFeatures(Path path, boolean mark) throws IOException {
        this.file = new FinishedFile(path);
        this.out = new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8));
        this.mark = mark;
    }

    @Override
    public void write(Map<String, ?> fields, Geometry shape) throws IOException {
        boolean point = shape instanceof Point;
        if (!begun) {
            begin(fields, point);
        }
        String cells = fields.values().stream().map(CsvFeatures::cell).collect(Collectors.joining(","));
        String place = point ? shape.getCoordinate().x + "," + shape.getCoordinate().y : CsvCells.safe(shape.toText());
        out.write(cells + "," + place + "\r\n");
        count++;
    }

    private static String cell(Object value) {
        boolean nested = value instanceof Map || value instanceof Iterable;
        return CsvCells.safe(nested ? JsonMapper.shared().writeValueAsString(value) : value);
    }

    private void begin(Map<String, ?> fields, boolean point) throws IOException {
        begun = true;
        String names = fields.keySet().stream().map(CsvCells::safe).collect(Collectors.joining(","));
        out.write((mark ? "\uFEFF" : "") + names + (point ? ",lon,lat" : ",wkt") + "\r\n");
    }

    @Override
    public long finish() throws IOException {
        out.flush();
        file.finish();
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
