package org.gridward.geometry;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A {@link GridLocator} that answers from a lattice of cells: most points from one array read, points near borders from
 * the few edges of their cell, points in doubt from exact arithmetic. Method and proof: docs/kernel.md.
 *
 * <p>Polygons are numbered once and for all; an index is the rank of a polygon's code. While no code was added or
 * removed both are the same.
 */
final class CellGridLocator implements GridLocator {

    final CellTable table;
    final Outline[] outlines;
    final RankedCodes codes;
    final BorderOwner owner;
    private final CellLineage lineage;

    CellGridLocator(CellTable table, Outline[] outlines, RankedCodes codes, BorderOwner owner) {
        this(table, outlines, codes, owner, new CellLineage());
    }

    /** One that came from another by {@link Redraw}: same frame, records and numbers kept, others added behind them. */
    CellGridLocator(CellTable table, Outline[] outlines, RankedCodes codes, CellGridLocator before) {
        this(table, outlines, codes, before.owner, new CellLineage(before.lineage));
    }

    private CellGridLocator(
            CellTable table, Outline[] outlines, RankedCodes codes, BorderOwner owner, CellLineage lineage) {
        this.table = table;
        this.outlines = outlines;
        this.codes = codes;
        this.owner = owner;
        this.lineage = lineage;
    }

    static CellGridLocator of(List<GridShape> shapes, BorderOwner owner) {
        List<GridShape> sorted = ordered(shapes);
        if (sorted.size() > CellTable.MAX_POLYGONS) {
            throw new IllegalArgumentException(
                    sorted.size() + " grids do not fit one locator; give up to " + CellTable.MAX_POLYGONS);
        }
        Outline[] outlines = OutlineReader.read(sorted);
        RankedCodes codes =
                RankedCodes.inOrder(sorted.stream().map(GridShape::code).toArray(String[]::new));
        int[] numbers = CellTables.identity(outlines.length);
        return new CellGridLocator(CellTables.build(outlines, numbers, numbers), outlines, codes, owner);
    }

    /** The order that gives every index its meaning: by code. */
    static List<GridShape> ordered(Collection<GridShape> shapes) {
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

    @Override
    public int locate(double lon, double lat) {
        CellFrame frame = table.frame();
        int x = frame.x(lon);
        int y = frame.y(lat);
        int value = table.cells()[frame.cell(x, y)];
        return codes.rank(value >= NONE ? value : inCell(value, x, y, lon, lat));
    }

    /** The number of the polygon that owns a point of a cell with a record. */
    int inCell(int value, int x, int y, double lon, double lat) {
        int at = CellTable.offset(value);
        int kind = CellTable.kind(value);
        if (kind == CellTable.PAIR) {
            int side = CellReader.block(table.heads(), at, x, y);
            if (side != CellReader.UNSURE) {
                return side;
            }
        }
        int found = byEdges(value, x, y);
        return found == CellReader.UNSURE ? exactly(value, lon, lat) : found;
    }

    /** The same by the edges of the record; UNSURE where they are too near. */
    int byEdges(int value, int x, int y) {
        int px = (x & CellFrame.UNITS - 1) + CellFrame.MARGIN;
        int py = (y & CellFrame.UNITS - 1) + CellFrame.MARGIN;
        int at = CellTable.offset(value);
        int kind = CellTable.kind(value);
        return kind == CellTable.PAIR
                ? CellReader.pair(table.heads(), at, table.blob(), px, py)
                : kind == CellTable.MANY
                        ? CellReader.many(table.blob(), at, px, py, outlines.length)
                        : CellReader.UNSURE;
    }

    int exactly(int value, double lon, double lat) {
        int[] holders = holders(value, lon, lat);
        return switch (holders.length) {
            case 0 -> NONE;
            case 1 -> codes.number(holders[0]);
            default -> codes.number(chosen(holders, lon, lat));
        };
    }

    private int chosen(int[] holders, double lon, double lat) {
        int answer = owner.owner(holders.clone(), lon, lat);
        return Arrays.binarySearch(holders, answer) >= 0 ? answer : holders[0];
    }

    /** The indices of those polygons named by a cell's value that hold the point, by exact arithmetic; ascending. */
    private int[] holders(int value, double lon, double lat) {
        int[] candidates = table.candidates(value);
        boolean known = value >= NONE;
        boolean list = !known && CellTable.kind(value) == CellTable.LIST;
        int count = 0;
        for (int i = 0; i < candidates.length; i++) {
            boolean whole =
                    known || (list && (table.blob()[CellTable.offset(value) + 1 + i] & CellTable.HOLDS_CELL) != 0);
            if (whole || outlines[candidates[i]].holds(lon, lat)) {
                candidates[count++] = codes.rank(candidates[i]);
            }
        }
        int[] found = Arrays.copyOf(candidates, count);
        Arrays.sort(found);
        return found;
    }

    @Override
    public int[] locateAll(double lon, double lat) {
        CellFrame frame = table.frame();
        return holders(table.cells()[frame.cell(frame.x(lon), frame.y(lat))], lon, lat);
    }

    @Override
    public void locate(double[] lonLat, int[] out) {
        locate(lonLat, out, 1);
    }

    @Override
    public void locate(double[] lonLat, int[] out, int threads) {
        if (lonLat.length != 2L * out.length) {
            throw new IllegalArgumentException(lonLat.length + " numbers do not make " + out.length
                    + " points; give longitude and latitude for each");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads; give at least one");
        }
        ParallelBlocks.run(out.length, threads, (from, to) -> new BatchReader(this).locate(lonLat, out, from, to));
    }

    @Override
    public GridLocator with(Collection<GridShape> changedOrAdded, Collection<String> removedCodes) {
        return Redraw.of(this, changedOrAdded, removedCodes);
    }

    @Override
    public GridLocator withOwner(BorderOwner other) {
        return new CellGridLocator(table, outlines, codes, other);
    }

    /** The points whose cell is not the very same as in an earlier locator; ascending. */
    int[] pointsChangedSince(CellGridLocator earlier, double[] lonLat) {
        return lineage.comesFrom(earlier.lineage)
                ? BatchReader.pointsInOtherCells(earlier.table, table, lonLat)
                : CellTables.identity(lonLat.length / 2);
    }

    @Override
    public String code(int index) {
        return codes.code(index);
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public long bytes() {
        return table.bytes() + codes.bytes() + 64L * outlines.length;
    }
}
