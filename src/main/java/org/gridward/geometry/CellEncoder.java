package org.gridward.geometry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes records of cells one after the other; see {@link CellTable} for what they hold. */
final class CellEncoder {

    private static final int MAX_VERTICES = 255;

    /** So many steps that their sum of values stays within an int, whatever the polygons. */
    private static final int MAX_EDGES = 60;

    /** Marks a vertex to which no edge leads. */
    static final int LIFTED = 1 << 15;

    private final int[] ranks;
    private final int limit;
    private final Map<CellSet, Integer> wholes = new HashMap<>();
    private int[] heads;
    private int headsUsed;
    private int[] blob;
    private int used;

    /** The pieces of the cell at hand, oldest first. */
    private int[] starts = new int[64];

    private int[] ends = new int[64];
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private int count;

    /**
     * Goes on behind records that stay.
     *
     * @param ranks the place of each polygon when all are sorted by code
     * @param limit the length of the blob that is not bearable any more
     */
    CellEncoder(int[] heads, int headsUsed, int[] blob, int used, int[] ranks, int limit) {
        this.heads = heads;
        this.headsUsed = headsUsed;
        this.blob = blob;
        this.used = used;
        this.ranks = ranks;
        this.limit = limit;
    }

    int[] heads() {
        return heads.length == headsUsed ? heads : Arrays.copyOf(heads, headsUsed);
    }

    int[] blob() {
        return blob.length == used ? blob : Arrays.copyOf(blob, used);
    }

    /** How many numbers of polygons there are. */
    int polygons() {
        return ranks.length;
    }

    int used() {
        return used;
    }

    /** True when the records have become too many; what comes is not written any more. */
    boolean isFull() {
        return used > limit;
    }

    /** Takes the pieces of a cell out of their list. */
    void gather(CellPieces from, int head) {
        count = 0;
        for (int piece = head; piece != 0; piece = from.pieces[CellPieces.PIECE * piece]) {
            count++;
        }
        if (count > starts.length) {
            starts = new int[2 * count];
            ends = new int[2 * count];
            lefts = new int[2 * count];
            rights = new int[2 * count];
        }
        int place = count;
        for (int piece = head; piece != 0; piece = from.pieces[CellPieces.PIECE * piece]) {
            int at = CellPieces.PIECE * piece;
            place--;
            starts[place] = from.pieces[at + 1];
            ends[place] = from.pieces[at + 2];
            lefts[place] = from.left[from.pieces[at + 3]];
            rights[place] = from.right[from.pieces[at + 3]];
        }
    }

    /** The cell's value, where one polygon or NONE holds its corner. */
    int encode(int base) {
        blob = ensure(16 * count + 32);
        int other = otherSide(base);
        if (other != CellReader.UNSURE) {
            int named = pair(base, other);
            if (named != 0) {
                return named;
            }
        }
        int[] candidates = candidates(base == GridLocator.NONE ? new int[0] : new int[] {base});
        int named = count <= MAX_EDGES ? many(base, candidates) : 0;
        return named != 0 ? named : list(candidates, base == GridLocator.NONE ? new int[0] : new int[] {base});
    }

    /** The cell's value, where these polygons hold its corner. */
    int encode(int[] base) {
        if (count == 0) {
            return base.length == 0
                    ? GridLocator.NONE
                    : base.length == 1 ? base[0] : wholes.computeIfAbsent(new CellSet(base), set -> list(base, base));
        }
        return list(candidates(base), base);
    }

    /** The side that all pieces part from the base, or UNSURE. */
    private int otherSide(int base) {
        int left = lefts[0];
        int right = rights[0];
        for (int i = 1; i < count; i++) {
            boolean same = (lefts[i] == left && rights[i] == right) || (lefts[i] == right && rights[i] == left);
            if (!same) {
                return CellReader.UNSURE;
            }
        }
        return left == right ? CellReader.UNSURE : base == left ? right : base == right ? left : CellReader.UNSURE;
    }

    private int pair(int base, int other) {
        int first = used;
        int at = first;
        int start = first;
        boolean open = false;
        for (int i = 0; i < count; i++) {
            boolean onBase = (starts[i] & EdgeCutter.ON_BASE) != 0;
            if (!open || onBase || starts[i] != blob[at - 1]) {
                start = at;
                if (onBase) {
                    blob[at++] = EdgeCutter.WIDE;
                }
                blob[at++] = starts[i] & ~EdgeCutter.ON_BASE;
                blob[start] |= LIFTED;
            }
            int end = ends[i] & ~EdgeCutter.ON_BASE;
            if (end != (blob[at - 1] & ~LIFTED) || at - start == 1) {
                blob[at++] = end;
            }
            open = end == ends[i];
            if (!open) {
                blob[at++] = EdgeCutter.WIDE;
            }
        }
        if (at - first > MAX_VERTICES) {
            return 0;
        }
        if (headsUsed + CellTable.HEAD > heads.length) {
            heads = Arrays.copyOf(heads, heads.length + heads.length / 2 + CellTable.HEAD);
        }
        int head = headsUsed;
        heads[head] = (at - first) << 24 | base & 0xffffff;
        heads[head + 1] = other;
        CellBlocks.write(blob, first, at, heads, head + CellTable.MASKS);
        heads[head + CellTable.VERTICES] = first;
        headsUsed += CellTable.HEAD;
        used = at;
        return CellTable.named(CellTable.PAIR, head);
    }

    private int many(int base, int[] candidates) {
        int at = used + 2;
        for (int i = 0; i < count; i++) {
            int step = CellTable.value(lefts[i]) - CellTable.value(rights[i]);
            int start = starts[i] & ~EdgeCutter.ON_BASE;
            int end = ends[i] & ~EdgeCutter.ON_BASE;
            at = edge(at, start, end, step);
            if (start != starts[i]) {
                at = edge(at, EdgeCutter.WIDE, start, step);
            }
            if (end != ends[i]) {
                at = edge(at, end, EdgeCutter.WIDE, step);
            }
        }
        int edges = (at - used - 2) / 3;
        if (edges > MAX_EDGES) {
            return 0;
        }
        blob[used] = edges | candidates.length << 8;
        blob[used + 1] = CellTable.value(base);
        System.arraycopy(candidates, 0, blob, at, candidates.length);
        return finish(CellTable.MANY, at + candidates.length);
    }

    /** Edges run eastwards, so that above is always left. */
    private int edge(int at, int start, int end, int step) {
        boolean east = (start & 0x7fff) <= (end & 0x7fff);
        blob[at] = east ? start : end;
        blob[at + 1] = east ? end : start;
        blob[at + 2] = east ? step : -step;
        return at + 3;
    }

    private int list(int[] candidates, int[] base) {
        if (isFull()) {
            return GridLocator.NONE;
        }
        blob = ensure(candidates.length + 1);
        CellSet touched = CellSet.of(lefts, rights, count);
        CellSet whole = CellSet.of(base, base, base.length);
        blob[used] = candidates.length;
        for (int i = 0; i < candidates.length; i++) {
            int corner = whole.has(candidates[i]) ? CellTable.HOLDS_CORNER : 0;
            int inside = corner != 0 && !touched.has(candidates[i]) ? CellTable.HOLDS_CELL : 0;
            blob[used + 1 + i] = candidates[i] << 2 | corner | inside;
        }
        return finish(CellTable.LIST, used + 1 + candidates.length);
    }

    /** Every polygon that holds the corner or has a border in the cell, by rank. */
    private int[] candidates(int[] base) {
        int[] all = Arrays.copyOf(base, base.length + 2 * count);
        System.arraycopy(lefts, 0, all, base.length, count);
        System.arraycopy(rights, 0, all, base.length + count, count);
        long[] keys = new long[all.length];
        int found = 0;
        for (int polygon : all) {
            if (polygon != GridLocator.NONE) {
                keys[found++] = (long) ranks[polygon] << 32 | polygon;
            }
        }
        Arrays.sort(keys, 0, found);
        int kept = 0;
        for (int i = 0; i < found; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                all[kept++] = (int) keys[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    private int finish(int kind, int end) {
        int named = CellTable.named(kind, used);
        used = end;
        return named;
    }

    private int[] ensure(int more) {
        return used + more <= blob.length
                ? blob
                : Arrays.copyOf(blob, Math.max(blob.length + blob.length / 2, used + more));
    }
}
