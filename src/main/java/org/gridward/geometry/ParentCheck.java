package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Compares grids with the shapes and codes of their parents. Expects valid shapes on both sides. */
final class ParentCheck {

    private final Map<String, Geometry> parents;
    private final Map<String, PreparedGeometry> prepared = new TreeMap<>();

    ParentCheck(Map<String, Geometry> parents) {
        this.parents = parents;
    }

    /** Grids that name no parent, or one that is not there. */
    List<Fault> missing(List<CoverageMember> members, boolean due) {
        List<Fault> faults = new ArrayList<>();
        for (CoverageMember member : members) {
            if (member.parentCode().isEmpty() && due) {
                faults.add(point(FaultKind.MISSING_PARENT, member, "names no parent; give the code of its parent"));
            }
            member.parentCode()
                    .filter(code -> !parents.containsKey(code))
                    .ifPresent(code -> faults.add(point(
                            FaultKind.MISSING_PARENT,
                            member,
                            "names parent " + code + ", which the parent layer does not have at that time;"
                                    + " correct the code or adopt the parent first")));
        }
        return faults;
    }

    /** Grids whose code does not begin with their parent's. */
    List<Fault> mismatched(List<CoverageMember> members) {
        List<Fault> faults = new ArrayList<>();
        for (CoverageMember member : members) {
            member.parentCode()
                    .filter(code -> !member.code().startsWith(code))
                    .ifPresent(code -> faults.add(point(
                            FaultKind.CODE_PARENT_MISMATCH,
                            member,
                            "does not begin with the code of its parent " + code + "; correct one of the two")));
        }
        return faults;
    }

    /** The parts of grids that lie outside the parent they name. */
    List<Fault> outside(List<CoverageMember> members) {
        List<Fault> faults = new ArrayList<>();
        for (CoverageMember member : members) {
            member.parentCode()
                    .filter(parents::containsKey)
                    .ifPresent(code -> outside(member, code, "its parent " + code, faults));
        }
        return faults;
    }

    /** The part of one grid outside one of the shapes given. */
    void outside(CoverageMember member, String key, String name, List<Fault> faults) {
        Geometry region = parents.get(key);
        if (prepared.computeIfAbsent(key, k -> PreparedGeometryFactory.prepare(region))
                .covers(member.shape())) {
            return;
        }
        List<Polygon> ground = Ground.pieces(OverlayNGRobust.overlay(member.shape(), region, OverlayNG.DIFFERENCE));
        if (!ground.isEmpty()) {
            Geometry place = Ground.join(ground);
            double area = GroundFrame.areaSquareMeters(place);
            faults.add(new Fault(
                    FaultKind.OUTSIDE_PARENT,
                    List.of(member.code()),
                    place,
                    area,
                    "%s of grid %s lie outside %s at %s; cut the grid there or move it to another parent"
                            .formatted(Wording.squareMeters(area), member.code(), name, Wording.place(place))));
        }
    }

    private static Fault point(FaultKind kind, CoverageMember member, String what) {
        return new Fault(
                kind,
                List.of(member.code()),
                member.shape().getInteriorPoint(),
                0,
                "grid " + member.code() + " " + what);
    }
}
