package org.gridward.border;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.geometry.Arc;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.Face;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.Owner;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds the faces of the arrangement of a layer's borders that no grid or several grids have. A PARTITION must cover its
 * parent layer, whose borders are arranged with its own, so that one parent has each face; a PARTITION without a parent must
 * cover what its own outline surrounds; a FREE layer must cover nothing, so it has overlaps and no gaps.
 */
final class FaceFinder {

    private static final String GRIDS = "grids";
    private static final String PARENTS = "parents";

    private final Survey.Region ground;
    private final List<GridShape> parents;
    private final Arrangement arrangement;
    private final Map<Integer, Set<String>> beside = new HashMap<>();
    private final List<FoundFace> faces = new ArrayList<>();
    private double owned;
    private double gap;
    private double overlap;

    private FaceFinder(List<GridShape> grids, List<GridShape> parents, Survey.Region ground) {
        this.ground = ground;
        this.parents = parents;
        arrangement = Arrangement.of(parents.isEmpty() ? Map.of(GRIDS, grids) : Map.of(GRIDS, grids, PARENTS, parents));
    }

    /** @param parent the parent layer's map, or null */
    static Survey survey(LayerMap map, LayerMap parent) {
        Survey.Region ground = region(map, parent);
        List<GridShape> parents = ground == Survey.Region.PARENT ? shapes(parent) : List.of();
        return new FaceFinder(shapes(map), parents, ground).survey();
    }

    /** The map of the layer that a PARTITION must cover; null: it has none, or no edition of it was in force. */
    static LayerMap parent(GridMap grids, LayerMap map, Instant at, Instant knownAt) {
        Optional<String> parent =
                map.layer().kind() == LayerKind.PARTITION ? map.layer().parent() : Optional.empty();
        return parent.flatMap(code -> grids.find(code, at, knownAt)).orElse(null);
    }

    /** The ground that a layer must cover. */
    static Survey.Region region(LayerMap map, LayerMap parent) {
        if (map.layer().kind() == LayerKind.FREE) {
            return Survey.Region.GRIDS;
        }
        return parent == null ? Survey.Region.OUTLINE : Survey.Region.PARENT;
    }

    /** Of a PARTITION. @param parents none: the outline of the grids is what they must cover */
    static Survey survey(List<GridShape> grids, List<GridShape> parents) {
        return new FaceFinder(grids, parents, parents.isEmpty() ? Survey.Region.OUTLINE : Survey.Region.PARENT)
                .survey();
    }

    static List<GridShape> shapes(LayerMap map) {
        return map.codes().stream()
                .map(code -> new GridShape(code, map.shape(code)))
                .toList();
    }

    private Survey survey() {
        arrangement.arcs().forEach(this::meet);
        arrangement.faces().forEach(this::sort);
        if (parents.isEmpty()) {
            return new Survey(ground, owned + gap + overlap, owned, gap, overlap, faces);
        }
        double region = Arrangement.of(parents).faces().stream()
                .filter(face -> !face.owners().isEmpty())
                .mapToDouble(Face::areaSquareMeters)
                .sum();
        return new Survey(Survey.Region.PARENT, region, owned, gap, overlap, faces);
    }

    private void meet(Arc arc) {
        meet(arc.left(), arc.rightOwners());
        meet(arc.right(), arc.leftOwners());
    }

    private void meet(int face, List<Owner> across) {
        for (Owner owner : across) {
            if (owner.layer().equals(GRIDS)) {
                beside.computeIfAbsent(face, key -> new TreeSet<>()).add(owner.code());
            }
        }
    }

    private void sort(Face face) {
        List<String> inside = face.codes(GRIDS);
        List<String> parent = face.codes(PARENTS);
        boolean nothing = inside.isEmpty() && ground == Survey.Region.GRIDS;
        if (nothing || !parents.isEmpty() && parent.isEmpty()) {
            return;
        }
        if (inside.size() == 1) {
            owned += face.areaSquareMeters();
            return;
        }
        Polygon polygon = face.polygon();
        if (inside.isEmpty()) {
            gap += face.areaSquareMeters();
        } else {
            overlap += face.areaSquareMeters();
        }
        if (!polygon.isEmpty()) {
            faces.add(new FoundFace(
                    inside.isEmpty() ? FaceKind.GAP : FaceKind.OVERLAP,
                    parent.isEmpty() ? null : parent.get(0),
                    inside,
                    around(face, inside),
                    polygon,
                    face.areaSquareMeters()));
        }
    }

    private List<String> around(Face face, List<String> inside) {
        return beside.getOrDefault(face.id(), Set.of()).stream()
                .filter(code -> !inside.contains(code))
                .toList();
    }
}
