package org.gridward.geometry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Says whether a shape is sound, cheapest question first, and where it is not. Nothing is repaired.
 *
 * <p>The cap on vertices is asked before validity, so the cost is bounded by the cap whatever the shape.
 */
final class ShapeCheck {

    private final int maxVertices;

    ShapeCheck(int maxVertices) {
        this.maxVertices = maxVertices;
    }

    /** The first fault of the shape, or none if every later check may rely on it. */
    Optional<Fault> check(CoverageMember member) {
        Geometry shape = member.shape();
        if (!(shape instanceof Polygon || shape instanceof MultiPolygon)) {
            return fault(member, null, "is a " + shape.getGeometryType() + "; draw a Polygon or a MultiPolygon");
        }
        if (shape.isEmpty()) {
            return fault(member, null, "is empty; draw its border");
        }
        if (shape.getNumPoints() > maxVertices) {
            return fault(
                    member,
                    shape.getCoordinate(),
                    "has %d vertices, over the limit of %d; simplify or divide it"
                            .formatted(shape.getNumPoints(), maxVertices));
        }
        if (!ShapeScan.isFinite(shape)) {
            return fault(member, null, "has a coordinate that is not a finite number; give degrees");
        }
        return checkExtent(member, shape.getEnvelopeInternal()).or(() -> checkValidity(member));
    }

    private static Optional<Fault> checkExtent(CoverageMember member, Envelope box) {
        Coordinate corner = new Coordinate(box.getMinX(), box.getMinY());
        if (box.getMinX() < -180 || box.getMaxX() > 180 || box.getMinY() < -90 || box.getMaxY() > 90) {
            String reach = "reaches from %s, %s to %s, %s, beyond the globe; give WGS 84 degrees, longitude first"
                    .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            return fault(member, corner, reach);
        }
        if (box.getWidth() > 180) {
            String width = "is %.1f degrees wide; a shape across the 180th meridian must be cut there";
            return fault(member, corner, String.format(Locale.ROOT, width, box.getWidth()));
        }
        return Optional.empty();
    }

    private static Optional<Fault> checkValidity(CoverageMember member) {
        TopologyValidationError error = new IsValidOp(member.shape()).getValidationError();
        if (error == null) {
            return Optional.empty();
        }
        Coordinate at = error.getCoordinate() == null ? member.shape().getCoordinate() : error.getCoordinate();
        return fault(
                member,
                at,
                "is not valid: %s at %s, %s; redraw the border there"
                        .formatted(error.getMessage().toLowerCase(Locale.ROOT), at.x, at.y));
    }

    private static Optional<Fault> fault(CoverageMember member, Coordinate at, String what) {
        return Optional.of(new Fault(
                FaultKind.INVALID_SHAPE,
                List.of(member.code()),
                member.shape().getFactory().createPoint(at),
                0,
                "grid " + member.code() + " " + what));
    }
}
