package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds the ground inside a region that no grid holds; with no region, the holes in the union of the grids.
 *
 * <p>With no region a hole meant to stay (a foreign enclave) cannot be told from a mistake and is reported; a strip
 * that opens to the outside is not. Ground below the noise rule of {@link Ground} does not count. Expects valid
 * shapes. Ground under the envelope of a grid that was left out as invalid is not reported.
 */
final class GapFinder {

    private final List<CoverageMember> members;
    private final List<Envelope> excused;
    private final STRtree index = new STRtree();

    GapFinder(List<CoverageMember> members, List<Envelope> excused) {
        this.members = members;
        this.excused = excused;
        for (CoverageMember member : members) {
            index.insert(member.shape().getEnvelopeInternal(), member);
        }
    }

    /** Gaps with no region given. */
    List<Fault> holes() {
        if (members.isEmpty()) {
            return List.of();
        }
        Geometry union = union();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int k = 0; k < part.getNumInteriorRing(); k++) {
                Polygon hole = part.getFactory().createPolygon(part.getInteriorRingN(k));
                report(OverlayNGRobust.overlay(hole, union, OverlayNG.DIFFERENCE), "the grids", faults);
            }
        }
        return faults;
    }

    /** Gaps in a region; {@code name} tells it in the message. */
    List<Fault> within(Geometry region, String name) {
        List<Fault> faults = new ArrayList<>();
        Geometry rest = members.isEmpty() ? region : OverlayNGRobust.overlay(region, union(), OverlayNG.DIFFERENCE);
        report(rest, name, faults);
        return faults;
    }

    private Geometry union() {
        return OverlayNGRobust.union(members.stream().map(CoverageMember::shape).toList());
    }

    private void report(Geometry rest, String name, List<Fault> faults) {
        for (Polygon gap : Ground.pieces(rest)) {
            if (excused.stream().noneMatch(gap.getEnvelopeInternal()::intersects)) {
                faults.add(fault(gap, name));
            }
        }
    }

    private Fault fault(Polygon gap, String name) {
        List<String> codes = neighbours(gap);
        double area = GroundFrame.areaSquareMeters(gap);
        String beside = codes.isEmpty() ? "" : " beside " + Wording.codes(codes);
        return new Fault(
                FaultKind.GAP,
                codes,
                gap,
                area,
                "%s of %s at %s belong to no grid%s; extend a neighbour over it"
                        .formatted(Wording.squareMeters(area), name, Wording.place(gap), beside));
    }

    private List<String> neighbours(Polygon gap) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(gap);
        List<String> codes = new ArrayList<>();
        index.query(gap.getEnvelopeInternal(), item -> Optional.of((CoverageMember) item)
                .filter(member -> prepared.intersects(member.shape()))
                .ifPresent(member -> codes.add(member.code())));
        return codes.stream().distinct().sorted().toList();
    }
}
