package org.gridward.geometry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who owns each arc and node of one layer: the lower code, unless it was decided otherwise. Immutable, safe for threads.
 *
 * <p>An arc belongs to one of the grids on its two sides; a node to the lowest code among the owners of its star. So
 * every point of the borders has exactly one owner, the same as {@link GridLocator} gives by the same rule.
 */
public final class ArcOwners implements BorderOwner {

    private static final int NOBODY = Integer.MAX_VALUE;

    private final Arrangement arrangement;
    private final String layer;
    private final List<String> codes;
    private final int[] ownerOfArc;
    private final BitSet concerned = new BitSet();

    private ArcOwners(Arrangement arrangement, String layer, Function<Arc, Optional<String>> decision) {
        this.arrangement = arrangement;
        this.layer = layer;
        this.codes = arrangement.codes(layer);
        this.ownerOfArc = arrangement.arcs().stream()
                .mapToInt(arc -> ownerOf(arc, decision))
                .toArray();
    }

    /**
     * Applies decisions to the arcs of a layer.
     *
     * @param decision says who owns an arc; empty where nothing was decided
     * @throws IllegalArgumentException if an arc is given to a grid that has no side of it
     */
    public static ArcOwners of(Arrangement arrangement, String layer, Function<Arc, Optional<String>> decision) {
        return new ArcOwners(arrangement, layer, decision);
    }

    private int ownerOf(Arc arc, Function<Arc, Optional<String>> decision) {
        List<String> sides = arc.codes(layer);
        if (sides.isEmpty()) {
            return NOBODY;
        }
        Optional<String> decided = decision.apply(arc);
        if (decided.isEmpty()) {
            return index(sides.get(0));
        }
        if (!sides.contains(decided.get())) {
            throw new IllegalArgumentException(
                    "grid " + decided.get() + " does not border on " + arc + "; give it to one of " + sides);
        }
        sides.forEach(code -> concerned.set(index(code)));
        return index(decided.get());
    }

    private int index(String code) {
        return Arrays.binarySearch(codes.toArray(), code);
    }

    /** The owner of an arc; none if no grid of the layer is beside it. */
    public Optional<String> owner(Arc arc) {
        return code(ownerOfArc[arc.id()]);
    }

    /** The owner of a node: the lowest code among the owners of its star. */
    public Optional<String> owner(Node node) {
        return code(lowest(node.star()));
    }

    private Optional<String> code(int index) {
        return index == NOBODY ? Optional.empty() : Optional.of(codes.get(index));
    }

    private int lowest(List<Arc> arcs) {
        return arcs.stream().mapToInt(arc -> ownerOfArc[arc.id()]).min().orElse(NOBODY);
    }

    /** Off the borders, as inside an overlap, the first of the holders. */
    @Override
    public int owner(int[] holders, double lon, double lat) {
        if (Arrays.stream(holders).noneMatch(concerned::get)) {
            return holders[0];
        }
        int owner = lowest(arrangement.arcsAt(lon, lat));
        return Arrays.binarySearch(holders, owner) >= 0 ? owner : holders[0];
    }
}
