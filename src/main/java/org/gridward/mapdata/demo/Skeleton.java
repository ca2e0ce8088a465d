package org.gridward.mapdata.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The hand-drawn bones of the city: coast, rivers, hills, main roads and town centres, read from
 * {@code map-data/inputs/skeleton.txt}. Points are turned from kilometres into metres.
 */
record Skeleton(List<Bone> bones) {

    /** One line of the input; {@code options} are the numbers or words of its fourth column. */
    record Bone(String kind, String nameZh, String nameEn, List<String> options, List<Coordinate> points) {
        double option(int i) {
            return Double.parseDouble(options.get(i));
        }
    }

    List<Bone> of(String kind) {
        return bones.stream().filter(b -> b.kind().equals(kind)).toList();
    }

    static Skeleton load() {
        List<Bone> bones = new ArrayList<>();
        for (String line : lines("skeleton.txt")) {
            String[] f = line.split("\\|", -1);
            if (f.length != 5) {
                throw new IllegalStateException("skeleton.txt: five columns expected in: " + line);
            }
            List<Coordinate> points = new ArrayList<>();
            for (String p : f[4].trim().split(" +")) {
                String[] xy = p.split(",");
                points.add(new Coordinate(Double.parseDouble(xy[0]) * 1000, Double.parseDouble(xy[1]) * 1000));
            }
            List<String> options =
                    f[3].isBlank() ? List.of() : Arrays.asList(f[3].trim().split(" +"));
            bones.add(new Bone(f[0].trim(), f[1].trim(), f[2].trim(), options, List.copyOf(points)));
        }
        return new Skeleton(List.copyOf(bones));
    }

    /** The lines of one input file without comments and blanks. */
    static List<String> lines(String file) {
        try (InputStream in = Skeleton.class.getResourceAsStream("/map-data/inputs/" + file)) {
            if (in == null) {
                throw new IllegalStateException("map-data/inputs/" + file + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
