package org.gridward.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridward.geodesy.LocalFrame;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Says whether a border decision fits an edition: the grids are there, share a border, and the line lies along it. */
final class SharedBorder {

    private static final double SHORTEST_METERS = 5;
    private static final int MOST_PROBES = 20_000;

    private SharedBorder() {}

    /** @throws Problem 422 that names what does not fit */
    static void require(LayerMap map, DecideBorder wanted) {
        for (String code : List.of(wanted.oneCode(), wanted.otherCode())) {
            if (map.find(code).isEmpty()) {
                throw refused(
                        "The layer '" + wanted.layer() + "' has no grid '" + code + "' in force at "
                                + wanted.validFrom() + ".",
                        "/gridCodes");
            }
        }
        if (wanted.oneCode().equals(wanted.otherCode())) {
            throw refused("A border lies between two grids; both are '" + wanted.oneCode() + "'.", "/gridCodes");
        }
        if (!wanted.owner().equals(wanted.oneCode()) && !wanted.owner().equals(wanted.otherCode())) {
            throw refused(
                    "The owner '" + wanted.owner() + "' is neither '" + wanted.oneCode() + "' nor '"
                            + wanted.otherCode() + "'.",
                    "/owner");
        }
        List<LineString> border = of(map.shape(wanted.oneCode()), map.shape(wanted.otherCode()));
        if (border.isEmpty()) {
            throw refused(
                    "The grids '" + wanted.oneCode() + "' and '" + wanted.otherCode() + "' share no border at "
                            + wanted.validFrom() + "; a common point is none.",
                    "/gridCodes");
        }
        wanted.line().ifPresent(line -> requireAlong(line, border));
    }

    /** The stretches of border that two shapes share, each edge by edge. */
    static List<LineString> of(Geometry one, Geometry other) {
        Geometry[] both = {one, other};
        Envelope common = one.getEnvelopeInternal().intersection(other.getEnvelopeInternal());
        List<LineString> stretches = new ArrayList<>();
        Stream.of(one.getCoordinates(), other.getCoordinates())
                .flatMap(Stream::of)
                .filter(common::covers)
                .distinct()
                .forEach(at -> {
                    for (BorderStar.Stretch stretch : BorderStar.at(new int[] {0, 1}, i -> both[i], at.x, at.y)) {
                        if (stretch.grids().size() == 2) {
                            stretches.add(GeoJson.FACTORY.createLineString(
                                    new Coordinate[] {at.copy(), stretch.to().copy()}));
                        }
                    }
                });
        return stretches;
    }

    private static void requireAlong(LineString line, List<LineString> stretches) {
        Coordinate first = line.getCoordinateN(0);
        LocalFrame frame = LocalFrame.at(first.x, first.y);
        Geometry drawn = frame.toMeters(line);
        Geometry shared = frame.toMeters(GeoJson.FACTORY.createMultiLineString(stretches.toArray(LineString[]::new)));
        if (drawn.getLength() < SHORTEST_METERS) {
            throw refused(
                    "The line is %.1f m long; draw at least %.0f m of the border."
                            .formatted(drawn.getLength(), SHORTEST_METERS),
                    "/line");
        }
        IndexedFacetDistance border = new IndexedFacetDistance(shared);
        double step = Math.max(RecordedBorders.ALONG_METERS, drawn.getLength() / MOST_PROBES);
        for (Coordinate at : Densifier.densify(drawn, step).getCoordinates()) {
            double away = border.distance(drawn.getFactory().createPoint(at));
            if (away > RecordedBorders.ALONG_METERS) {
                throw refused(
                        "The line leaves the shared border by %.1f m; keep it within %.0f m of it."
                                .formatted(away, RecordedBorders.ALONG_METERS),
                        "/line");
            }
        }
    }

    private static Problem refused(String detail, String pointer) {
        return Problem.unprocessable("border-decision-refused", detail)
                .with(pointer, Fault.UNLIKE, "does not fit the edition");
    }
}
