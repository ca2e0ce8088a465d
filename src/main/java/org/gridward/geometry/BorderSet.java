package org.gridward.geometry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The borders of all grids of a set, by index. Immutable in what it says and thread-safe; laid out when first asked for.
 *
 * <p>A set that came of another by a change keeps the other's {@link BorderRuns}, with the new index of each grid or
 * {@link GridLocator#NONE} for those that changed or went, and adds runs of what changed or came.
 */
final class BorderSet {

    /** What a search wants to know of the borders it meets. */
    interface Visitor {

        /** Square of the distance in metres beyond which no border matters any more. */
        double reachSquared();

        /** False if this grid's border is of no interest. */
        default boolean wants(int index) {
            return true;
        }

        void border(int index, double squaredMeters);
    }

    /** With more changed than this share of the grids all is laid out anew. */
    private static final int MOST_CHANGED = 8;

    private record Part(BorderRuns runs, int[] indices) {}

    private final List<GridShape> shapes;
    private volatile List<Part> parts;

    private BorderSet(List<GridShape> byCode, List<Part> parts) {
        this.shapes = byCode;
        this.parts = parts;
    }

    static BorderSet of(List<GridShape> byCode) {
        return new BorderSet(byCode, null);
    }

    /** The shapes by code. */
    List<GridShape> shapes() {
        return shapes;
    }

    /** The borders of a changed set of shapes; a shape counts as unchanged if it is the very same object. */
    BorderSet with(List<GridShape> byCode) {
        List<Part> known = parts;
        if (known == null) {
            return of(byCode);
        }
        Map<String, Integer> now = new HashMap<>(2 * byCode.size());
        for (int i = 0; i < byCode.size(); i++) {
            now.put(byCode.get(i).code(), i);
        }
        int[] base = known.get(0).indices.clone();
        boolean[] kept = new boolean[byCode.size()];
        for (int i = 0; i < base.length; i++) {
            GridShape old = base[i] == GridLocator.NONE ? null : shapes.get(base[i]);
            Integer index = old == null ? null : now.get(old.code());
            boolean same = index != null && byCode.get(index).polygon() == old.polygon();
            base[i] = same ? index : GridLocator.NONE;
            if (same) {
                kept[index] = true;
            }
        }
        int[] added = IntStream.range(0, byCode.size()).filter(i -> !kept[i]).toArray();
        if (added.length > byCode.size() / MOST_CHANGED + 1) {
            return of(byCode);
        }
        Part changes = new Part(BorderRuns.of(byCode, added), identity(byCode.size()));
        return new BorderSet(byCode, List.of(new Part(known.get(0).runs, base), changes));
    }

    private static int[] identity(int size) {
        return IntStream.range(0, size).toArray();
    }

    private List<Part> parts() {
        List<Part> known = parts;
        return known != null ? known : layOut();
    }

    private synchronized List<Part> layOut() {
        if (parts == null) {
            int[] all = identity(shapes.size());
            parts = List.of(new Part(BorderRuns.of(shapes, all), all));
        }
        return parts;
    }

    /** Shows the borders within reach, nearer ones first more or less. */
    void visit(double lon, double lat, GroundFrame frame, Visitor visitor) {
        for (Part part : parts()) {
            new Walk(part, lon, lat, frame.metersPerLonDegree(), frame.metersPerLatDegree(), visitor).run();
        }
    }

    private record Walk(Part part, double lon, double lat, double mx, double my, Visitor visitor)
            implements BoxTree.Visitor {

        void run() {
            part.runs.tree().visit(lon, lat, mx, my, this);
        }

        @Override
        public double reachSquared() {
            return visitor.reachSquared();
        }

        @Override
        public void item(int run) {
            int index = part.indices[part.runs.owner(run)];
            if (index != GridLocator.NONE && visitor.wants(index)) {
                visitor.border(index, part.runs.squared(run, lon, lat, mx, my));
            }
        }
    }
}
