package org.gridward.mapdata.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.mapdata.files.FinishedFile;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** One FeatureCollection (RFC 7946), a feature a line. */
final class GeoJsonFeatures implements FeatureWriter {

    private final FinishedFile file;
    private final Writer out;
    private final JsonMapper json = JsonMapper.shared();
    private long count;

    GeoJsonFeatures(Path path) throws IOException {
        file = new FinishedFile(path);
        out = new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8));
        out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
    }

    @Override
    public void write(Map<String, ?> fields, Geometry shape) throws IOException {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", fields);
        feature.put("geometry", GeoJson.toMap(shape));
        out.write((count++ == 0 ? "" : ",\n") + json.writeValueAsString(feature));
    }

    @Override
    public long finish() throws IOException {
        out.write("\n]}\n");
        out.flush();
        file.finish();
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
