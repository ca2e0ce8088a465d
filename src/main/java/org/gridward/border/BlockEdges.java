package org.gridward.border;

import java.util.ArrayList;
import java.util.List;
import org.gridward.geodesy.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Suggests where a border could lie instead: of the streets and borders of street blocks nearby, the one with the least mean
 * distance from points along the border, and the stretch of it beside the border.
 */
final class BlockEdges {

    /** One candidate, lon/lat. */
    record Edge(String kind, String nameZh, String nameEn, Geometry line) {}

    private record Part(Edge edge, LineString line) {}

    private static final double REACH_METERS = 300;
    private static final double ON_EDGE_METERS = 5;
    private static final int SAMPLES = 24;
    private static final double METERS_PER_DEGREE = 111_000;

    private final STRtree index = new STRtree();

    BlockEdges(List<Edge> edges) {
        for (Edge edge : edges) {
            for (Object line : LinearComponentExtracter.getLines(edge.line())) {
                index.insert(((LineString) line).getEnvelopeInternal(), new Part(edge, (LineString) line));
            }
        }
        index.build();
    }

    /** Null where no edge lies within reach. */
    RiskyBorder.Shift nearest(LineString border) {
        Envelope box = new Envelope(border.getEnvelopeInternal());
        Coordinate middle = box.centre();
        double reach = REACH_METERS / METERS_PER_DEGREE;
        box.expandBy(reach / Math.cos(Math.toRadians(middle.y)), reach);
        LocalFrame frame = LocalFrame.at(middle.x, middle.y);
        List<Coordinate> samples = samples(frame.toMeters(border));
        Part best = null;
        LengthIndexedLine course = null;
        double least = Double.POSITIVE_INFINITY;
        for (Object found : index.query(box)) {
            Part part = (Part) found;
            LengthIndexedLine line = new LengthIndexedLine(frame.toMeters(part.line()));
            double mean = mean(line, samples);
            if (mean < least) {
                best = part;
                course = line;
                least = mean;
            }
        }
        if (best == null || least > REACH_METERS) {
            return null;
        }
        return new RiskyBorder.Shift(
                best.edge().kind(),
                best.edge().nameZh(),
                best.edge().nameEn(),
                least,
                least <= ON_EDGE_METERS,
                stretch(frame, course, samples));
    }

    private static List<Coordinate> samples(Geometry border) {
        LengthIndexedLine line = new LengthIndexedLine(border);
        List<Coordinate> samples = new ArrayList<>();
        for (int i = 0; i <= SAMPLES; i++) {
            samples.add(line.extractPoint(border.getLength() * i / SAMPLES));
        }
        return samples;
    }

    private static double mean(LengthIndexedLine line, List<Coordinate> samples) {
        double sum = 0;
        for (Coordinate sample : samples) {
            sum += line.extractPoint(line.project(sample)).distance(sample);
        }
        return sum / samples.size();
    }

    /** From the first to the last foot of the samples; null where all have one foot. */
    private static LineString stretch(LocalFrame frame, LengthIndexedLine line, List<Coordinate> samples) {
        double[] feet = samples.stream().mapToDouble(line::project).sorted().toArray();
        Geometry stretch = line.extractLine(feet[0], feet[feet.length - 1]);
        return stretch instanceof LineString cut && cut.getLength() > 0 ? (LineString) frame.toLonLat(cut) : null;
    }
}
