package org.gridward.bench.locate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chicago's police beats of 2012: 277 polygons of 72,667 vertices, long borders of many short edges. The city fills less
 * than half of its box, so uniform points and hot spots are drawn inside it, as in the made-up city.
 */
final class Beats {

    private static final int MAX_VERTICES = 1_000_000;
    private static final int HOT_SPOTS = 3_000;
    private static final double HOT_SPOT_DEGREES = 0.0015;

    private final GridLocator city;
    private final Envelope box;

    private Beats(List<GridShape> shapes) {
        this.city = GridLocator.build(shapes);
        this.box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.polygon().getEnvelopeInternal()));
    }

    /** One beat number stands for three polygons, so a code is the number and the place in the file. */
    static BenchLayer read(Path file) throws IOException {
        List<GridShape> shapes = new ArrayList<>();
        for (JsonNode feature : new JsonMapper().readTree(file.toFile()).path("features")) {
            String code = feature.path("properties").path("BEAT_NUM").asString() + "-" + shapes.size();
            shapes.add(new GridShape(code, GeoJson.read(feature.path("geometry"), "/geometry", MAX_VERTICES)));
        }
        return new BenchLayer("chicago", shapes, new Beats(shapes)::points);
    }

    private double[] points(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] spots = new double[2 * HOT_SPOTS];
        for (int i = 0; i < spots.length; i += 2) {
            anywhere(random, spots, i);
        }
        double[] lonLat = new double[2 * count];
        for (int i = 0; i < lonLat.length; i += 2) {
            if (i % 4 == 0) {
                anywhere(random, lonLat, i);
            } else {
                int spot = 2 * random.nextInt(HOT_SPOTS);
                lonLat[i] = Math.round((spots[spot] + random.nextGaussian() * HOT_SPOT_DEGREES) * 1e7) / 1e7;
                lonLat[i + 1] = Math.round((spots[spot + 1] + random.nextGaussian() * HOT_SPOT_DEGREES) * 1e7) / 1e7;
            }
        }
        return lonLat;
    }

    private void anywhere(SplittableRandom random, double[] lonLat, int at) {
        do {
            lonLat[at] = random.nextDouble(box.getMinX(), box.getMaxX());
            lonLat[at + 1] = random.nextDouble(box.getMinY(), box.getMaxY());
        } while (city.locate(lonLat[at], lonLat[at + 1]) == GridLocator.NONE);
    }
}
