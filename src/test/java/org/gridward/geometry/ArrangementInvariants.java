package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What must hold of every arrangement, whatever its grids. */
final class ArrangementInvariants {

    private ArrangementInvariants() {}

    /** Counts, shapes, areas and owners of one layer of valid grids. */
    static void hold(List<GridShape> grids, Arrangement arrangement) {
        eulersFormula(arrangement);
        facesAreValidAndMeasureWhatTheyShow(arrangement);
        areasAddUpToEachGrid(grids, arrangement);
        ownersAgreeWithTheLocator(grids, arrangement);
    }

    /** V - E + F = 1 + C, with the outside among the faces. */
    static void eulersFormula(Arrangement arrangement) {
        int vertices = arrangement.nodes().size();
        int edges = arrangement.arcs().size();
        int faces = arrangement.faces().size() + 1;
        assertThat(vertices - edges + faces).isEqualTo(1 + groups(arrangement));
    }

    private static int groups(Arrangement arrangement) {
        int[] group = new int[arrangement.nodes().size()];
        Map<Integer, Integer> firstOfArc = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (Node node : arrangement.nodes()) {
            for (Arc arc : node.star()) {
                Integer other = firstOfArc.putIfAbsent(arc.id(), node.id());
                if (other != null) {
                    group[root(group, other)] = root(group, node.id());
                }
            }
        }
        Set<Integer> roots = new HashSet<>();
        for (int i = 0; i < group.length; i++) {
            roots.add(root(group, i));
        }
        return roots.size();
    }

    private static int root(int[] group, int node) {
        int root = node;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    static void facesAreValidAndMeasureWhatTheyShow(Arrangement arrangement) {
        for (Face face : arrangement.faces()) {
            assertThat(face.polygon().isValid()).as("face %d", face.id()).isTrue();
            double shown = GroundFrame.areaSquareMeters(face.polygon());
            double slack = 1e-9 * shown + 1e-8 * face.borderMeters();
            assertThat(face.areaSquareMeters()).as("face %d", face.id()).isCloseTo(shown, within(slack));
        }
    }

    static void areasAddUpToEachGrid(List<GridShape> grids, Arrangement arrangement) {
        double[] sums = new double[grids.size()];
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < sums.length; i++) {
            index.put(grids.get(i).code(), i);
        }
        for (Face face : arrangement.faces()) {
            for (Owner owner : face.owners()) {
                sums[index.get(owner.code())] += face.areaSquareMeters();
            }
        }
        for (int i = 0; i < sums.length; i++) {
            double area = GroundFrame.areaSquareMeters(grids.get(i).polygon());
            assertThat(sums[i]).as(grids.get(i).code()).isCloseTo(area, within(1e-9 * area + 1e-4));
        }
    }

    /** On interior points of faces. */
    static void ownersAgreeWithTheLocator(List<GridShape> grids, Arrangement arrangement) {
        GridLocator locator = GridLocator.build(grids);
        for (Face face : arrangement.faces()) {
            Point inside = face.polygon().getInteriorPoint();
            List<String> codes = Arrays.stream(locator.locateAll(inside.getX(), inside.getY()))
                    .mapToObj(locator::code)
                    .toList();
            assertThat(codes).as("face %d at %s", face.id(), inside).isEqualTo(face.codes(Arrangement.ONE_LAYER));
            assertThat(arrangement.faceAt(inside.getX(), inside.getY()).map(Face::id))
                    .contains(face.id());
        }
    }

    static Geometry union(List<GridShape> grids) {
        return OverlayNGRobust.union(grids.stream().map(GridShape::polygon).toList());
    }

    static Coordinate middle(Coordinate a, Coordinate b) {
        return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    }
}
