package org.gridward.geometry;

/** Chooses how fine the lattice is: cells enough that most hold no border, few enough that they stay in the caches. */
final class CellLayout {

    private static final double CELLS_PER_EDGE = 3.5;
    private static final double MIN_CELLS = 1 << 12;
    private static final double MAX_CELLS = 4e6;

    /** How many pieces of edges are bearable however the polygons lie, beside four for each edge. */
    private static final double FREE_PIECES = 1 << 19;

    private static final double PIECES_PER_EDGE = 4;

    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double edges;
    private double across;
    private double up;

    /** A frame over all outlines with about {@code share} of the cells that would serve them best. */
    static CellFrame frame(Outline[] outlines, double share) {
        CellLayout layout = new CellLayout();
        for (Outline outline : outlines) {
            layout.add(outline);
        }
        return layout.frame(share);
    }

    private void add(Outline outline) {
        if (outline.isEmpty()) {
            return;
        }
        west = Math.min(west, outline.minX);
        south = Math.min(south, outline.minY);
        east = Math.max(east, outline.maxX);
        north = Math.max(north, outline.maxY);
        edges += outline.to() - outline.from();
        double[] xy = outline.xy;
        for (int i = 2 * outline.from() + 2; i < 2 * outline.to(); i += 2) {
            across += Math.abs(xy[i] - xy[i - 2]);
            up += Math.abs(xy[i + 1] - xy[i - 1]);
        }
    }

    private CellFrame frame(double share) {
        double wanted = Math.max(MIN_CELLS, Math.min(MAX_CELLS, CELLS_PER_EDGE / 2 * edges)) * share;
        double ratio = Math.sqrt((east - west) / (north - south));
        double crossedPerSide = across / (east - west) * ratio + up / (north - south) / ratio;
        double side = (FREE_PIECES + PIECES_PER_EDGE * edges) / crossedPerSide;
        double cells = Math.min(wanted, side * side);
        return cells >= 1 ? CellFrame.over(west, south, east, north, cells) : CellFrame.whole();
    }
}
