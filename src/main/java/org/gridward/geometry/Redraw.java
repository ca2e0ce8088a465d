package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Makes a locator out of another one and what was redrawn. Only the cells around the redrawn polygons are built anew,
 * from these polygons and from all others that reach into those cells; the rest is copied as it is.
 */
final class Redraw {

    /** A redraw of more polygons than this and one in eight is a new build. */
    private static final int FEW = 64;

    private static final int FEW_SHARE = 8;

    /** Records out of use and numbers out of use are borne up to this share of those in use. */
    private static final int WASTE_SHARE = 2;

    private static final int SPARE = 1 << 14;

    private static final Outline NOTHING = new Outline(new double[0], new int[] {0});

    private final CellGridLocator before;
    private final List<GridShape> shapes;
    private final String[] codes;
    private final Outline[] outlines;
    private final BitSet redrawn = new BitSet();
    private final List<CellWindow> windows = new ArrayList<>();

    private Redraw(CellGridLocator before, Collection<GridShape> changed, Collection<String> removed) {
        this.before = before;
        this.shapes = CellGridLocator.ordered(changed);
        int known = before.outlines.length;
        int added = (int) shapes.stream()
                .filter(shape -> before.codes.find(shape.code()) == GridLocator.NONE)
                .count();
        this.codes = Arrays.copyOf(before.codes.byNumber(), known + added);
        this.outlines = Arrays.copyOf(before.outlines, known + added);
        for (String code : removed) {
            int number = before.codes.find(code);
            if (number != GridLocator.NONE) {
                replace(number, null, NOTHING);
            }
        }
        Outline[] fresh = OutlineReader.read(shapes);
        int next = known;
        for (int i = 0; i < fresh.length; i++) {
            String code = shapes.get(i).code();
            int number = before.codes.find(code);
            replace(number == GridLocator.NONE ? next++ : number, code, fresh[i]);
        }
    }

    static CellGridLocator of(
            CellGridLocator before, Collection<GridShape> changedOrAdded, Collection<String> removedCodes) {
        Redraw redraw = new Redraw(before, changedOrAdded, removedCodes);
        return redraw.isSmall() ? redraw.windowByWindow() : redraw.anew();
    }

    private void replace(int number, String code, Outline outline) {
        codes[number] = code;
        outlines[number] = outline;
        redrawn.set(number);
    }

    private boolean isSmall() {
        CellTable table = before.table;
        return !table.frame().isWhole()
                && redrawn.cardinality() <= Math.max(FEW, before.size() / FEW_SHARE)
                && table.used() - table.packed() <= table.packed() / WASTE_SHARE + SPARE
                && outlines.length <= before.size() + before.size() / WASTE_SHARE + FEW
                && redrawn.stream()
                        .mapToObj(number -> outlines[number])
                        .allMatch(outline -> outline.isEmpty()
                                || table.frame().contains(outline.minX, outline.minY, outline.maxX, outline.maxY));
    }

    /** A whole new build, in which every polygon has its rank for number again. */
    private CellGridLocator anew() {
        RankedCodes old = RankedCodes.byNumber(codes);
        Outline[] live = new Outline[old.size()];
        String[] sorted = new String[old.size()];
        Arrays.setAll(live, rank -> outlines[old.number(rank)]);
        Arrays.setAll(sorted, old::code);
        live = OutlineReader.gather(live);
        int[] numbers = CellTables.identity(live.length);
        CellTable table = CellTables.build(live, numbers, numbers);
        return new CellGridLocator(table, live, RankedCodes.inOrder(sorted), before.owner);
    }

    private CellGridLocator windowByWindow() {
        CellTable table = before.table;
        redrawn.stream().forEach(number -> {
            if (number < before.outlines.length) {
                open(before.outlines[number]);
            }
            open(outlines[number]);
        });
        RankedCodes ranked = RankedCodes.byNumber(codes);
        int[] cells = table.cells().clone();
        int heads = table.heads().length;
        CellEncoder encoder = new CellEncoder(
                Arrays.copyOf(table.heads(), heads + SPARE),
                heads,
                Arrays.copyOf(table.blob(), table.used() + SPARE),
                table.used(),
                ranked.ranks(),
                Integer.MAX_VALUE);
        for (CellWindow window : windows) {
            rebuild(window, encoder, cells);
        }
        CellTable next =
                new CellTable(table.frame(), cells, encoder.heads(), encoder.blob(), encoder.used(), table.packed());
        return new CellGridLocator(next, outlines, ranked, before);
    }

    /** Adds the cells that an outline may touch, one column and row more on each side; windows that meet become one. */
    private void open(Outline outline) {
        if (outline.isEmpty()) {
            return;
        }
        CellWindow window = CellWindow.around(before.table.frame(), outline);
        for (int i = windows.size() - 1; i >= 0; i--) {
            if (windows.get(i).meets(window)) {
                window = window.with(windows.remove(i));
                i = windows.size();
            }
        }
        windows.add(window);
    }

    private void rebuild(CellWindow window, CellEncoder encoder, int[] cells) {
        CellTable table = before.table;
        int columns = table.frame().columns;
        BitSet reaching = new BitSet();
        for (int row = window.bottom(); row <= window.top(); row++) {
            for (int column = window.left(); column <= window.right(); column++) {
                for (int number : table.candidates(table.cells()[row * columns + column])) {
                    reaching.set(number);
                }
            }
        }
        reaching.or(redrawn);
        int[] numbers = reaching.stream()
                .filter(number ->
                        !outlines[number].isEmpty() && window.meets(CellWindow.around(table.frame(), outlines[number])))
                .toArray();
        Outline[] parts = OutlineReader.gather(
                Arrays.stream(numbers).mapToObj(number -> outlines[number]).toArray(Outline[]::new));
        CellPieces pieces =
                new CellPieces(window.left(), window.bottom(), window.right(), window.top(), new int[window.size()]);
        new EdgeCutter(pieces).cut(table.frame(), parts, numbers);
        CellCompiler.compile(
                table.frame(),
                pieces,
                row -> table.corner(table.cells()[row * columns + window.left()]),
                encoder,
                cells);
    }
}
