package org.gridward.mapdata.join;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.PointStanding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Joins a block of GeoJSON features, one a line. Thread-safe. */
final class FeatureLines implements BlockWork {

    /** A line that holds no feature; its place among the features of the block. */
    static final class NoFeature extends RuntimeException {

        private final int place;

        NoFeature(int place, String why) {
            super(why);
            this.place = place;
        }

        int place() {
            return place;
        }
    }

    private final Datum datum;
    private final LayerJoin join;

    FeatureLines(Datum datum, LayerJoin join) {
        this.datum = datum;
        this.join = join;
    }

    /** Whether a line is one whole feature, so that the file may be cut at its lines. */
    static boolean isFeature(byte[] line, int from, int to) {
        try {
            return GeoJsonJoin.JSON.readTree(line, from, to - from) instanceof ObjectNode feature
                    && feature.path("type").asString("").equals("Feature");
        } catch (JacksonException unfinished) {
            return false;
        }
    }

    @Override
    public JoinedBlock run(CsvBlock block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(block.length() * 3 / 2);
        int[] found = new int[1024];
        int[] standings = new int[PointStanding.values().length];
        int count = 0;
        byte[] bytes = block.bytes();
        for (int from = 0; from < block.length(); ) {
            int to = from;
            while (to < block.length() && bytes[to] != '\n') {
                to++;
            }
            if (!isBlank(bytes, from, to)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                ObjectNode feature = feature(bytes, from, to, count);
                LonLat at = GeoJsonJoin.position(feature.path("geometry"), datum);
                int index = join.locate(at.lon(), at.lat());
                PointStanding standing = join.standing(index, at.lon(), at.lat());
                standings[standing.ordinal()]++;
                found[count++] = index;
                GeoJsonJoin.add(feature, index == GridLocator.NONE ? null : join.code(index), standing);
                out.writeBytes(GeoJsonJoin.JSON.writeValueAsBytes(feature));
                out.write('\n');
            }
            from = to + 1;
        }
        return new JoinedBlock(out.toByteArray(), out.size(), Arrays.copyOf(found, count), standings);
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode feature(byte[] bytes, int from, int to, int place) {
        try {
            if (GeoJsonJoin.JSON.readTree(bytes, from, to - from) instanceof ObjectNode feature
                    && feature.path("type").asString("").equals("Feature")) {
                return feature;
            }
        } catch (JacksonException unreadable) {
            throw new NoFeature(place, unreadable.getOriginalMessage());
        }
        throw new NoFeature(place, "it is JSON, but no Feature");
    }
}
