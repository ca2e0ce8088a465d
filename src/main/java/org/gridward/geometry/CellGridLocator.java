package org.gridward.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A {@link GridLocator} that answers from a lattice of cells and tests exactly only near borders.
 *
 * <p>Most points fall in a cell that one polygon holds whole (or none reaches) and cost one array read; points in a
 * cell that a border touches are tested against that cell's few candidates by {@link ExactCover}.
 */
final class CellGridLocator implements GridLocator {

    private static final int CELLS_PER_GRID = 2048;
    private static final int MIN_CELLS = 1 << 14;
    private static final int MAX_CELLS = 1 << 22;

    /** Upper bound on the sum over polygons of the cells in their windows: keeps stacked layers in memory. */
    private static final double MAX_WINDOW_CELLS = 1 << 24;

    private final String[] codes;
    private final ExactCover[] covers;
    private final CellFrame frame;
    private final int[] cells;
    private final int[] lists;

    private CellGridLocator(String[] codes, ExactCover[] covers, CellIndex index) {
        this.codes = codes;
        this.covers = covers;
        this.frame = index.frame();
        this.cells = index.cells();
        this.lists = index.lists();
    }

    static CellGridLocator of(List<GridShape> shapes) {
        List<GridShape> sorted = ordered(shapes);
        Envelope box = new Envelope();
        for (GridShape shape : sorted) {
            box.expandToInclude(ShapeScan.finiteEnvelope(shape));
        }
        CellFrame frame = box.isNull() ? CellFrame.over(new Envelope(0, 0, 0, 0), 1) : frame(sorted, box);
        CellIndexBuilder builder = new CellIndexBuilder(frame);
        CellRasterizer rasterizer = new CellRasterizer(frame);
        ExactCover[] covers = new ExactCover[sorted.size()];
        for (int i = 0; i < covers.length; i++) {
            int index = i;
            covers[i] = new ExactCover(sorted.get(i).polygon());
            rasterizer.visit(sorted.get(i).polygon(), covers[i], (cell, inside) -> builder.add(cell, index, inside));
        }
        String[] codes = sorted.stream().map(GridShape::code).toArray(String[]::new);
        return new CellGridLocator(codes, covers, builder.build());
    }

    /** The order that gives every index its meaning: by code. */
    static List<GridShape> ordered(List<GridShape> shapes) {
        List<GridShape> sorted =
                shapes.stream().sorted(Comparator.comparing(GridShape::code)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).code().equals(sorted.get(i - 1).code())) {
                throw new IllegalArgumentException(
                        "grid code " + sorted.get(i).code() + " is given twice; give each grid its own code");
            }
        }
        return sorted;
    }

    private static CellFrame frame(List<GridShape> shapes, Envelope box) {
        long wanted = Math.max(MIN_CELLS, Math.min(MAX_CELLS, (long) CELLS_PER_GRID * shapes.size()));
        double windows = 0;
        for (GridShape shape : shapes) {
            windows += shape.polygon().getEnvelopeInternal().getArea() / box.getArea();
        }
        double bearable = windows > 0 ? MAX_WINDOW_CELLS / windows : wanted;
        return CellFrame.over(box, (int) Math.max(1, Math.min(wanted, bearable)));
    }

    @Override
    public int locate(double lon, double lat) {
        if (!frame.holds(lon, lat)) {
            return NONE;
        }
        int value = cells[frame.cell(lon, lat)];
        return value >= 0 ? value - 1 : firstOf(~value, lon, lat);
    }

    private int firstOf(int list, double lon, double lat) {
        Coordinate point = new Coordinate(lon, lat);
        for (int i = list + 1; i <= list + lists[list]; i++) {
            int index = CellIndex.indexOf(lists[i]);
            if (CellIndex.isInside(lists[i]) || covers[index].covers(point)) {
                return index;
            }
        }
        return NONE;
    }

    @Override
    public int[] locateAll(double lon, double lat) {
        if (!frame.holds(lon, lat)) {
            return new int[0];
        }
        int value = cells[frame.cell(lon, lat)];
        if (value >= 0) {
            return value == 0 ? new int[0] : new int[] {value - 1};
        }
        int list = ~value;
        Coordinate point = new Coordinate(lon, lat);
        int[] found = new int[lists[list]];
        int count = 0;
        for (int i = list + 1; i <= list + lists[list]; i++) {
            int index = CellIndex.indexOf(lists[i]);
            if (CellIndex.isInside(lists[i]) || covers[index].covers(point)) {
                found[count++] = index;
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public void locate(double[] lonLat, int[] out) {
        if (lonLat.length != 2L * out.length) {
            throw new IllegalArgumentException(lonLat.length + " numbers do not make " + out.length
                    + " points; give longitude and latitude for each");
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = locate(lonLat[2 * i], lonLat[2 * i + 1]);
        }
    }

    @Override
    public String code(int index) {
        return codes[index];
    }

    @Override
    public int size() {
        return codes.length;
    }
}
