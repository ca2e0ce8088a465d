package org.gridward.mapdata.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gridward.geodesy.Crs;
import org.gridward.platform.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON read token by token: one FeatureCollection, or one Feature after another (newline-delimited). Nesting is capped
 * at 32, a number at 64 characters, a name at 256; a shape that cannot be taken is a fault of its row, a text that is no
 * JSON ends the file.
 */
final class GeoJsonSource implements FeatureSource {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .build();

    private final Path file;
    private final ReadLimits limits;
    private final long size;
    private final CountedBytes raw;
    private final JsonParser parser;
    private Crs crs;
    private boolean inCollection;
    private boolean sawFeatures;
    private Row ahead;
    private int number;

    private GeoJsonSource(Path file, ReadLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.size = Files.size(file);
        this.raw = new CountedBytes(Files.newInputStream(file), Long.MAX_VALUE);
        this.parser = JSON.createParser(SourceFiles.unpacked(raw));
    }

    static GeoJsonSource open(Path file, ReadLimits limits) throws IOException {
        GeoJsonSource source = new GeoJsonSource(file, limits);
        source.hasNext(); // reads what stands before the first feature, the old "crs" member above all
        return source;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.ofNullable(crs);
    }

    @Override
    public double progress() {
        return size == 0 ? 1 : Math.min(1, (double) raw.count() / size);
    }

    @Override
    public boolean hasNext() {
        try {
            if (ahead == null) {
                ahead = advance();
            }
            return ahead != null;
        } catch (StreamConstraintsException e) {
            throw Problem.unreadable(
                    "json-limits",
                    "The file " + file.getFileName() + " goes past a limit near record " + (number + 1) + ": "
                            + e.getOriginalMessage() + ".");
        } catch (JacksonException e) {
            throw Problem.unreadable(
                    "unreadable-json",
                    "The file " + file.getFileName() + " is no valid JSON near line "
                            + parser.currentLocation().getLineNr() + ", column "
                            + parser.currentLocation().getColumnNr() + " (record " + (number + 1) + "): "
                            + e.getOriginalMessage() + ".");
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = ahead;
        ahead = null;
        return row;
    }

    private Row advance() {
        while (true) {
            if (inCollection) {
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    return feature();
                }
                inCollection = false;
                finishCollection();
                continue;
            }
            JsonToken token = parser.nextToken();
            if (token == null) {
                return end();
            }
            if (token != JsonToken.START_OBJECT) {
                throw notGeoJson("it does not begin with a JSON object");
            }
            Row alone = root();
            if (alone != null) {
                return alone;
            }
        }
    }

    /** Reads a root object up to its features; a single Feature comes back as a row. */
    private Row root() {
        FeatureReader single = new FeatureReader(parser, limits, number + 1);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features")) {
                if (value != JsonToken.START_ARRAY) {
                    throw notGeoJson("its member 'features' is not a list");
                }
                sawFeatures = true;
                inCollection = true;
                return null;
            }
            if (name.equals("crs")) {
                crs = OldCrsMember.read(parser);
            } else {
                single.member(name);
            }
        }
        if (!"Feature".equals(single.type())) {
            throw notGeoJson("its root object has the type '" + single.type()
                    + "' and no list 'features'; a FeatureCollection is needed, or one Feature a line");
        }
        sawFeatures = true;
        count();
        return single.row();
    }

    private Row feature() {
        count();
        return new FeatureReader(parser, limits, number).read();
    }

    private void count() {
        number++;
        if (number > limits.maxFeatures()) {
            throw Problem.unprocessable(
                    "too-many-features",
                    "The file " + file.getFileName() + " has more than " + limits.maxFeatures()
                            + " records; split it into several files.");
        }
    }

    private void finishCollection() {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private Row end() {
        if (!sawFeatures) {
            throw notGeoJson("it holds no feature");
        }
        return null;
    }

    private Problem notGeoJson(String why) {
        return Problem.unreadable(
                "not-geojson",
                "The file " + file.getFileName() + " is JSON but no GeoJSON that can be read: " + why + ".");
    }

    @Override
    public void close() {
        parser.close();
    }
}
