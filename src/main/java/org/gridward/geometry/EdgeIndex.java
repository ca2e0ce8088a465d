package org.gridward.geometry;

/** The edges of one outline by bands of height, so that a point meets only those of its own band. Immutable. */
final class EdgeIndex {

    private static final int EDGES_PER_BAND = 2;
    private static final int MAX_ENTRIES_PER_EDGE = 8;

    private final double minY;
    private final double scale;
    private final int last;

    /** For each band where its edges begin in {@link #edges}. */
    private final int[] bands;

    private final int[] edges;

    EdgeIndex(Outline outline) {
        double[] xy = outline.xy;
        int count = outline.to() - outline.from();
        double climb = 0;
        for (int i = outline.from(); i + 1 < outline.to(); i++) {
            climb += Math.abs(xy[2 * i + 3] - xy[2 * i + 1]);
        }
        double height = outline.maxY - outline.minY;
        double turns = Math.max(1, climb / height);
        double wanted = Math.min(count / (double) EDGES_PER_BAND, MAX_ENTRIES_PER_EDGE * (double) count / turns);
        int size = wanted >= 1 ? (int) wanted : 1;
        double scale = size / height;
        this.scale = Double.isFinite(scale) ? scale : 0;
        this.minY = outline.minY;
        this.last = size - 1;
        this.bands = new int[size + 1];
        visit(outline, (edge, band) -> bands[band + 1]++);
        for (int band = 0; band < size; band++) {
            bands[band + 1] += bands[band];
        }
        this.edges = new int[bands[size]];
        int[] next = bands.clone();
        visit(outline, (edge, band) -> edges[next[band]++] = edge);
    }

    private interface Entry {
        void at(int edge, int band);
    }

    private void visit(Outline outline, Entry entry) {
        double[] xy = outline.xy;
        for (int ring = 0; ring + 1 < outline.starts.length; ring++) {
            for (int i = outline.starts[ring]; i + 1 < outline.starts[ring + 1]; i++) {
                int a = band(xy[2 * i + 1]);
                int b = band(xy[2 * i + 3]);
                for (int band = Math.min(a, b); band <= Math.max(a, b); band++) {
                    entry.at(i, band);
                }
            }
        }
    }

    /** Never decreases with y: so the band of a point on an edge is one of the edge's bands. */
    private int band(double y) {
        return Math.max(0, Math.min(last, (int) ((y - minY) * scale)));
    }

    boolean holds(double[] xy, double x, double y) {
        int band = band(y);
        int crossings = 0;
        for (int i = bands[band]; i < bands[band + 1]; i++) {
            int crossing = Outline.crossing(xy, edges[i], x, y);
            if (crossing < 0) {
                return true;
            }
            crossings ^= crossing;
        }
        return crossings != 0;
    }
}
