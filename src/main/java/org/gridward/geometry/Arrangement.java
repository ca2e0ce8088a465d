package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * The borders of one layer, or of several together, as arcs, nodes and faces. Immutable and safe for threads.
 *
 * <p>A face is ground that no border crosses; its owners are the grids that hold it, found by counting borders from the
 * outside in. An arc is border between two nodes, with one face on either side; a node is where arcs end. Every point
 * of the ground lies in one face, on one arc or at one node, and so has one owner (see {@link Arc#owner}).
 *
 * <p>Nothing is snapped: vertices stay as given to the last bit, borders meet where exact arithmetic says they do, and
 * only the printed coordinates of crossings are rounded. Faces below the noise rule of {@link Ground} (the dust of
 * rounding between borders that were meant to be one) belong to the face beside them. The same ground gives the same
 * numbers whatever the order of grids, rings and vertices. A grid is where a ray crosses its border an odd number of
 * times, so invalid shapes are taken too.
 *
 * <p>Cost: n log n in vertices plus crossings. Too many crossings end in {@link TooTangledException}.
 */
public final class Arrangement {

    /** The number of the face round everything, which is not among {@link #faces}. */
    public static final int OUTSIDE = -1;

    /** The name of the layer where only one is given. */
    public static final String ONE_LAYER = "";

    /** The layer, and the code of its one grid, that stands for the parent in {@link #within}. */
    public static final String PARENT = "(parent)";

    private final Map<String, List<GridShape>> layers;
    private final Optional<Geometry> parent;
    private final Subdivision ground;
    private final ArcChains chains;
    private final ArcFinder finder;
    private final FaceBelow below;
    private final List<Face> faces;
    private final List<Arc> arcs;
    private final List<Node> nodes;

    private Arrangement(Map<String, List<GridShape>> layers, Optional<Geometry> parent) {
        this.layers = layers;
        this.parent = parent;
        List<Owner> owners = new ArrayList<>();
        List<GridShape> shapes = new ArrayList<>();
        layers.forEach((layer, grids) -> grids.stream()
                .sorted(Comparator.comparing(GridShape::code))
                .forEach(grid -> {
                    owners.add(new Owner(layer, grid.code()));
                    shapes.add(grid);
                }));
        for (int i = 1; i < owners.size(); i++) {
            if (owners.get(i).equals(owners.get(i - 1))) {
                throw new IllegalArgumentException("grid code " + owners.get(i).code()
                        + " is given twice in one layer; give each grid its own code");
            }
        }
        parent.ifPresent(region -> {
            owners.add(new Owner(PARENT, PARENT));
            shapes.add(new GridShape(PARENT, region));
        });
        this.ground = DustRule.settle(Subdivision.of(NodedBorders.of(BorderEdges.of(shapes))));
        this.chains = new ArcChains(ground.borders(), ground.halves());
        this.finder = new ArcFinder(ground, chains);
        this.below = new FaceBelow(ground.borders());
        ArrangementParts parts = new ArrangementParts(ground, chains, owners);
        this.faces = parts.faces();
        this.arcs = parts.arcs();
        this.nodes = parts.nodes(arcs);
    }

    /**
     * Arranges one layer, named {@link #ONE_LAYER}.
     *
     * @throws IllegalArgumentException if two grids share a code or a coordinate is not finite
     */
    public static Arrangement of(List<GridShape> shapes) {
        return of(Map.of(ONE_LAYER, shapes));
    }

    /**
     * Arranges several layers together.
     *
     * @throws IllegalArgumentException if two grids of a layer share a code or a coordinate is not finite
     */
    public static Arrangement of(Map<String, List<GridShape>> byLayer) {
        return new Arrangement(new TreeMap<>(byLayer), Optional.empty());
    }

    /** The same layers together with the border of a parent, which owns its ground as {@link #PARENT}. */
    public Arrangement within(Geometry region) {
        return new Arrangement(layers, Optional.of(region));
    }

    /** The codes of one layer's grids, ascending: their places are the indices of a {@link GridLocator} of the layer. */
    public List<String> codes(String layer) {
        return layers.getOrDefault(layer, List.of()).stream()
                .map(GridShape::code)
                .sorted()
                .toList();
    }

    /** All faces but the outside, by number. */
    public List<Face> faces() {
        return faces;
    }

    /** All arcs, by number. */
    public List<Arc> arcs() {
        return arcs;
    }

    /** All nodes, by number. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The faces that two or more grids of one layer own. */
    public List<Face> overlaps() {
        return faces.stream().filter(Face::isOverlap).toList();
    }

    /** The faces that no grid owns: inside the parent if there is one, else holes that grids surround. */
    public List<Face> gaps() {
        int unowned = parent.isPresent() ? 1 : 0;
        return faces.stream()
                .filter(face -> face.owners().size() == unowned)
                .filter(face -> parent.isEmpty() || face.owners().get(0).layer().equals(PARENT))
                .toList();
    }

    /** The ground of a parent that no grid owns, as faces of {@link #within}. */
    public List<Face> gapsWithin(Geometry region) {
        return within(region).gaps();
    }

    /** The arc nearest to a point, with its distance; empty if there are no borders. Ties go to the lowest number. */
    public Optional<NearArc> nearestArc(double lon, double lat) {
        ArcFinder.Nearest found = finder.nearest(lon, lat);
        return found.arc() < 0 ? Optional.empty() : Optional.of(new NearArc(arcs.get(found.arc()), found.meters()));
    }

    /**
     * The face a point lies in, exactly; empty outside. A point on a border goes to the face whose first owner is
     * lowest by layer and code (a face with owners before one without, fewer owners before more, then the lower number).
     */
    public Optional<Face> faceAt(double lon, double lat) {
        if (!isPlace(lon, lat)) {
            return Optional.empty();
        }
        List<Face> beside = new ArrayList<>();
        finder.holding(lon, lat, piece -> {
            for (int side = 0; side < 2; side++) {
                int face = ground.faceOfHalf()[2 * piece + side];
                if (face > 0) {
                    beside.add(faces.get(face - 1));
                }
            }
        });
        if (!beside.isEmpty()) {
            return beside.stream()
                    .min(Comparator.comparing(this::ownersOf, Arrangement::compareOwners)
                            .thenComparing(Face::id));
        }
        int piece = below.pieceBelow(lon, lat);
        int face = piece == FaceBelow.NONE ? 0 : ground.faceOfHalf()[2 * piece];
        return face == 0 ? Optional.empty() : Optional.of(faces.get(face - 1));
    }

    private static boolean isPlace(double lon, double lat) {
        return Double.isFinite(lon) && Double.isFinite(lat);
    }

    private int[] ownersOf(Face face) {
        return ground.owners()[face.id() + 1];
    }

    private static int compareOwners(int[] one, int[] other) {
        boolean bothOwned = one.length > 0 && other.length > 0;
        return bothOwned ? Arrays.compare(one, other) : Integer.compare(other.length, one.length);
    }

    /** The arcs on which a point lies exactly (two or more only at a node); empty off the borders. */
    public List<Arc> arcsAt(double lon, double lat) {
        List<Arc> found = new ArrayList<>();
        if (isPlace(lon, lat)) {
            finder.holding(lon, lat, piece -> found.add(arcs.get(chains.arcOfPiece(piece))));
        }
        return found.stream().distinct().sorted(Comparator.comparing(Arc::id)).toList();
    }
}
