package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.MCIndexSegmentSetMutualIntersector;
import org.locationtech.jts.noding.SegmentStringUtil;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * Finds every pair of valid polygons whose interiors share ground, and that ground.
 *
 * <p>Pairs come from an index of envelopes. A proper crossing of borders or the relation {@code T********} makes an
 * overlap; ground below the noise rule of {@link Ground} does not count. Work is bounded: pairs that cross too often
 * are reported at one crossing with area 0, and the search ends after {@link #MAX_OVERLAPS} faults.
 */
final class OverlapFinder {

    static final int MAX_OVERLAPS = 10_000;
    private static final int MAX_CROSSINGS_OF_PAIR = 20_000;
    private static final int MAX_CROSSINGS = 200_000;
    private static final String INTERIORS_MEET = "T********";

    private final List<CoverageMember> members;
    private final List<Fault> faults = new ArrayList<>();
    private int crossings;
    private boolean tangled;

    OverlapFinder(List<CoverageMember> members) {
        this.members = members;
    }

    /** True after {@link #find} if some overlap was too tangled to measure; then a union may be too. */
    boolean isTangled() {
        return tangled;
    }

    List<Fault> find() {
        STRtree index = new STRtree();
        for (int i = 0; i < members.size(); i++) {
            index.insert(members.get(i).shape().getEnvelopeInternal(), i);
        }
        for (int i = 0; i < members.size() && faults.size() < MAX_OVERLAPS; i++) {
            List<Integer> others = new ArrayList<>();
            int self = i;
            index.query(members.get(i).shape().getEnvelopeInternal(), item -> {
                if ((int) item > self) {
                    others.add((Integer) item);
                }
            });
            others.sort(null);
            compare(members.get(i), others);
        }
        return faults;
    }

    private void compare(CoverageMember a, List<Integer> others) {
        if (others.isEmpty()) {
            return;
        }
        var borders = new MCIndexSegmentSetMutualIntersector(SegmentStringUtil.extractSegmentStrings(a.shape()));
        RelateNG relation = RelateNG.prepare(a.shape());
        for (int other : others) {
            if (faults.size() >= MAX_OVERLAPS) {
                tangled = true;
                return;
            }
            compare(a, members.get(other), borders, relation);
        }
    }

    private void compare(
            CoverageMember a, CoverageMember b, MCIndexSegmentSetMutualIntersector borders, RelateNG relation) {
        int limit = Math.max(1, Math.min(MAX_CROSSINGS_OF_PAIR, MAX_CROSSINGS - crossings));
        CrossingCounter counter = new CrossingCounter(limit);
        borders.process(SegmentStringUtil.extractSegmentStrings(b.shape()), counter);
        crossings += counter.count();
        if (counter.count() >= limit) {
            tangled = true;
            report(a, b, a.shape().getFactory().createPoint(counter.first()));
        } else if (counter.count() > 0 || relation.evaluate(b.shape(), INTERIORS_MEET)) {
            List<Polygon> ground = Ground.pieces(OverlayNGRobust.overlay(a.shape(), b.shape(), OverlayNG.INTERSECTION));
            if (!ground.isEmpty()) {
                report(a, b, Ground.join(ground));
            }
        }
    }

    private void report(CoverageMember a, CoverageMember b, Geometry place) {
        List<String> codes = Stream.of(a.code(), b.code()).sorted().toList();
        double area = GroundFrame.areaSquareMeters(place);
        String size = area > 0 ? Wording.squareMeters(area) : "more than can be measured";
        String message =
                "grids %s and %s overlap by %s at %s; move the border so that the ground belongs to one of them"
                        .formatted(codes.get(0), codes.get(1), size, Wording.place(place));
        faults.add(new Fault(FaultKind.OVERLAP, codes, place, area, message + stopped(area)));
    }

    /** What the fault has cut short, if anything. */
    private String stopped(double area) {
        if (faults.size() + 1 == MAX_OVERLAPS) {
            return ". The search ended here, after %,d overlaps".formatted(MAX_OVERLAPS);
        }
        return area > 0 ? "" : ". Gaps were not looked for";
    }
}
