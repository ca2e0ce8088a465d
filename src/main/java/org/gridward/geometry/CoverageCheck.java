package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The topology gate of an edition: lists every fault of a set of grids, with its place and area. Immutable.
 *
 * <p>Order of the checks: shape, code, overlap, parent, gap. A shape that is not sound is reported and left out of
 * all later checks; nothing is ever repaired, buffered or united before it was found valid. There is no tolerance but
 * the noise rule: ground under 0.75 cm² or under 20 nm of mean width is rounding, not a fault (see {@link Ground}).
 *
 * <p>A set of kind PARTITION is checked for all faults; of kind FREE for shape, code and parent only. Input in WGS 84
 * degrees. Cost: about n log n in vertices, and little
 * where neighbours share every vertex (see {@link PartitionProof}); a hostile edition ends early and says so (see {@link Fault}). Faults are
 * ordered by kind, then codes; the order of the input changes nothing.
 */
public final class CoverageCheck {

    /** The cap on the vertices of one grid unless another is set. */
    public static final int DEFAULT_MAX_VERTICES = 10_000;

    private static final Comparator<Fault> BY_KIND_AND_CODE = Comparator.comparing(Fault::kind)
            .thenComparing(fault -> String.join(",", fault.codes()))
            .thenComparing(Fault::areaSquareMeters)
            .thenComparing(Fault::message);

    private final boolean partition;
    private final int maxVertices;
    private final boolean codesBeginWithParent;

    private CoverageCheck(boolean partition, int maxVertices, boolean codesBeginWithParent) {
        this.partition = partition;
        this.maxVertices = maxVertices;
        this.codesBeginWithParent = codesBeginWithParent;
    }

    /** For a layer in which each spot belongs to exactly one grid. */
    public static CoverageCheck partition() {
        return new CoverageCheck(true, DEFAULT_MAX_VERTICES, false);
    }

    /** For a layer whose grids may overlap and need not meet. */
    public static CoverageCheck free() {
        return new CoverageCheck(false, DEFAULT_MAX_VERTICES, false);
    }

    /** The same check with another cap on the vertices of one grid. */
    public CoverageCheck withMaxVertices(int vertices) {
        return new CoverageCheck(partition, vertices, codesBeginWithParent);
    }

    /** The same check that also wants each code to begin with its parent's code (or not). */
    public CoverageCheck withCodesBeginningWithParent(boolean wanted) {
        return new CoverageCheck(partition, maxVertices, wanted);
    }

    /** Checks grids that stand alone: parents are not looked at, and every hole in their union is a gap. */
    public List<Fault> check(List<CoverageMember> members) {
        Gate gate = new Gate(members);
        if (partition && !PartitionProof.hasNoOverlapAndNoHole(gate.shapes()) && gate.overlaps()) {
            gate.faults.addAll(gate.gapFinder(gate.sound).holes());
        }
        return gate.sortedFaults();
    }

    /** Checks grids that must fill one valid outer region and stay in it. Parent codes are not looked at. */
    public List<Fault> checkWithin(List<CoverageMember> members, Geometry outer) {
        Objects.requireNonNull(outer, "outer");
        Gate gate = new Gate(members);
        if (partition && PartitionProof.fills(gate.shapes(), outer)) {
            return gate.sortedFaults();
        }
        ParentCheck region = new ParentCheck(Map.of("", outer));
        gate.sound.forEach(member -> region.outside(member, "", "the outer region", gate.faults));
        if (partition && gate.overlaps()) {
            gate.faults.addAll(gate.gapFinder(gate.sound).within(outer, "the outer region"));
        }
        return gate.sortedFaults();
    }

    /**
     * Checks grids below the valid shapes of their parent layer, by code. In a partition each grid must name a parent
     * and each parent must be filled, also one that no grid names; in a free set a parent is optional.
     */
    public List<Fault> checkUnder(List<CoverageMember> members, Map<String, Geometry> parents) {
        Gate gate = new Gate(members);
        ParentCheck check = new ParentCheck(parents);
        gate.faults.addAll(check.missing(gate.sound, partition));
        boolean proved = partition && gate.fillsEach(parents);
        if (!proved) {
            gate.faults.addAll(check.outside(gate.sound));
        }
        if (codesBeginWithParent) {
            gate.faults.addAll(check.mismatched(gate.sound));
        }
        if (partition && !proved && gate.overlaps()) {
            parents.forEach((code, region) ->
                    gate.faults.addAll(gate.gapFinder(gate.below(code)).within(region, "parent " + code)));
        }
        return gate.sortedFaults();
    }

    /** The members of one edition on their way through the checks. */
    private final class Gate {
        private final List<Fault> faults = new ArrayList<>();
        private final List<CoverageMember> sound = new ArrayList<>();
        private final List<Envelope> leftOut = new ArrayList<>();
        private final Map<String, List<CoverageMember>> byParent = new HashMap<>();

        Gate(List<CoverageMember> members) {
            ShapeCheck shapes = new ShapeCheck(maxVertices);
            Set<String> codes = new HashSet<>();
            for (CoverageMember member : members.stream()
                    .sorted(Comparator.comparing(CoverageMember::code))
                    .toList()) {
                Optional<Fault> fault = shapes.check(member);
                fault.ifPresentOrElse(faults::add, () -> sound.add(member));
                if (fault.isPresent() && ShapeScan.isFinite(member.shape())) {
                    leftOut.add(member.shape().getEnvelopeInternal());
                }
                if (!codes.add(member.code())) {
                    faults.add(duplicate(member, fault.isEmpty()));
                }
            }
            for (CoverageMember member : sound) {
                member.parentCode().ifPresent(code -> byParent.computeIfAbsent(code, key -> new ArrayList<>())
                        .add(member));
            }
        }

        /** Adds the overlaps; false if they are too tangled for the gaps to be computed. */
        boolean overlaps() {
            OverlapFinder finder = new OverlapFinder(sound);
            faults.addAll(finder.find());
            return !finder.isTangled();
        }

        List<Geometry> shapes() {
            return sound.stream().map(CoverageMember::shape).toList();
        }

        /** Whether each parent is proved to be filled by the grids that name it, all grids name one, and no two overlap. */
        boolean fillsEach(Map<String, Geometry> parents) {
            long placed = parents.keySet().stream()
                    .mapToLong(code -> below(code).size())
                    .sum();
            return placed == sound.size()
                    && PartitionProof.hasNoOverlapAndNoHole(parents.values())
                    && parents.entrySet().stream()
                            .allMatch(parent -> PartitionProof.fills(
                                    below(parent.getKey()).stream()
                                            .map(CoverageMember::shape)
                                            .toList(),
                                    parent.getValue()));
        }

        List<CoverageMember> below(String parent) {
            return byParent.getOrDefault(parent, List.of());
        }

        GapFinder gapFinder(List<CoverageMember> members) {
            return new GapFinder(members, leftOut);
        }

        List<Fault> sortedFaults() {
            return faults.stream().sorted(BY_KIND_AND_CODE).toList();
        }

        private Fault duplicate(CoverageMember member, boolean isSound) {
            Geometry at = isSound
                    ? member.shape().getInteriorPoint()
                    : member.shape().getFactory().createPoint();
            return new Fault(
                    FaultKind.DUPLICATE_CODE,
                    List.of(member.code()),
                    at,
                    0,
                    "grid code " + member.code() + " is given twice; give each grid its own code");
        }
    }
}
