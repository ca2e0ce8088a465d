package org.gridward.mapdata.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;

/** Takes features one after another and writes a file that appears only when it is complete. */
public interface FeatureWriter extends Closeable {

    /** The formats that are written. */
    enum Format {
        GEOJSON,
        CSV;

        /** By its word, or by the end of the file's name when there is none. @throws Problem 400 for another word */
        public static Format of(String word, Path file) {
            String plain = word != null ? word : file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
            if (plain.endsWith("csv")) {
                return CSV;
            }
            if (plain.endsWith("json")) {
                return GEOJSON;
            }
            throw Problem.unreadable("usage", "The format '" + plain + "' is not written; --format geojson or csv.");
        }
    }

    /** Opens a writer; {@code mark} puts a byte order mark before a CSV, so that old spreadsheets take it as UTF-8. */
    static FeatureWriter open(Path file, Format format, boolean mark) throws IOException {
        return format == Format.CSV ? new CsvFeatures(file, mark) : new GeoJsonFeatures(file);
    }

    /** The next feature: its fields in their order (the same for all), and its shape in WGS 84 degrees. */
    void write(Map<String, ?> fields, Geometry shape) throws IOException;

    /** All features are written: the file takes its place. Returns how many there are. */
    long finish() throws IOException;
}
