package org.gridward.border;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.geometry.Arc;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.Face;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.Owner;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds the faces of the arrangement of a layer's borders that no grid or several grids have. A PARTITION must cover its
 * parent layer, whose borders are arranged with its own, so that one parent has each face; a layer without a parent, and a
 * FREE one, must cover what its own outline surrounds.
 */
final class FaceFinder {

    private static final String GRIDS = "grids";
    private static final String PARENTS = "parents";

    private final List<GridShape> parents;
    private final Arrangement arrangement;
    private final Map<Integer, Set<String>> beside = new HashMap<>();
    private final List<FoundFace> faces = new ArrayList<>();
    private double owned;
    private double gap;
    private double overlap;

    private FaceFinder(List<GridShape> grids, List<GridShape> parents) {
        this.parents = parents;
        arrangement = Arrangement.of(parents.isEmpty() ? Map.of(GRIDS, grids) : Map.of(GRIDS, grids, PARENTS, parents));
    }

    /** @param parent the parent layer's map, or null */
    static Survey survey(LayerMap map, LayerMap parent) {
        boolean below = parent != null && map.layer().kind() == LayerKind.PARTITION;
        return survey(shapes(map), below ? shapes(parent) : List.of());
    }

    /** @param parents none: the outline of the grids is what they must cover */
    static Survey survey(List<GridShape> grids, List<GridShape> parents) {
        return new FaceFinder(grids, parents).survey();
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
            return new Survey(Survey.Region.OUTLINE, owned + gap + overlap, owned, gap, overlap, faces);
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
        if (!parents.isEmpty() && parent.isEmpty()) {
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
